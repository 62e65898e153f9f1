package io.kstash.event;

import java.util.Locale;

/** Upper and lower case as Ruby has them: of all of Unicode, the same in every language and place of a word. */
public final class RubyCase {
    private static final char SIGMA = 'Σ';
    private static final char SMALL_SIGMA = 'σ';

    private RubyCase() {}

    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static String lower(String text) {
        // Java's lower case of a sigma at the end of a word is another.
        return text.replace(SIGMA, SMALL_SIGMA).toLowerCase(Locale.ROOT);
    }

    /** The first character in title case, which for most is upper case, and all others in lower case. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int second = text.offsetByCodePoints(0, 1);
        return title(text.codePointAt(0)) + lower(text.substring(second));
    }

    private static String title(int character) {
        int title = Character.toTitleCase(character);
        String upper = upper(Character.toString(character));
        int second = upper.offsetByCodePoints(0, 1);
        boolean oneCharacter = title != character || Character.isTitleCase(character) || second == upper.length();
        // Java has no title case of several characters, such as Ss of ß.
        return oneCharacter ? Character.toString(title) : upper.substring(0, second) + lower(upper.substring(second));
    }
}
