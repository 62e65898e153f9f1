package io.kstash.language.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Suggestions {
    /** Nobody means a name that is longer; and comparing takes as long as both are, multiplied. */
    private static final int LONGEST_NAME = 100;

    private Suggestions() {}

    /** {@code did you mean 'x'?} with the nearest of the known names, or nothing if none is near. */
    public static Optional<String> didYouMean(String written, Collection<String> known) {
        return nearest(written, known).map(Suggestions::didYouMean);
    }

    /** {@code did you mean 'x'?} */
    public static String didYouMean(String meant) {
        return "did you mean '" + meant + "'?";
    }

    /**
     * The known name with the fewest typing mistakes between it and what was written, upper and lower case alike. At
     * most a third of the letters may differ (but always one), so that nothing far-fetched is proposed.
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, written.length() / 3);
        return known.stream()
                .map(name -> new Candidate(name, editDistance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= allowed && candidate.distance < candidate.name.length())
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    static int editDistance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
                if (isSwap(a, i, b, j)) {
                    current[j] = Math.min(current[j], 1 + beforePrevious[j - 2]);
                }
            }
            int[] reused = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = reused;
        }
        return previous[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private record Candidate(String name, int distance) {}
}
