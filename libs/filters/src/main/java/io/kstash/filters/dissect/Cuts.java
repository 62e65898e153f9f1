package io.kstash.filters.dissect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of one text, by the number of their place. */
final class Cuts {
    private final String text;
    private final List<Place> places;
    private final int[] starts;
    private final int[] ends;

    private Cuts(String text, List<Place> places) {
        this.text = text;
        this.places = places;
        this.starts = new int[places.size()];
        this.ends = new int[places.size()];
    }

    /** Cuts the text; null where a delimiter is missing. */
    static @Nullable Cuts of(String text, List<Place> places) {
        Cuts cuts = new Cuts(text, places);
        return text.startsWith(places.get(0).before()) && cuts.cut() ? cuts : null;
    }

    /** The part of the text that the place took. */
    String part(int place) {
        return text.substring(starts[place], ends[place]);
    }

    private boolean cut() {
        int last = places.size() - 1;
        int position = places.get(0).before().length();
        for (int i = 0; i <= last; i++) {
            position = places.get(i).padded() ? skip(places.get(i).before(), position) : position;
            starts[i] = position;
            ends[i] = i == last ? text.length() : end(places.get(i + 1).before(), position);
            if (ends[i] < 0) {
                return false;
            }
            // Logstash does not move beyond a delimiter at the very start of the text: ",,3" cut at commas gives twice
            // nothing, and then ",,3".
            position = i == last || ends[i] == 0
                    ? position
                    : ends[i] + places.get(i + 1).before().length();
        }
        return true;
    }

    private int skip(String delimiter, int from) {
        int position = from;
        while (text.startsWith(delimiter, position)) {
            position += delimiter.length();
        }
        return position;
    }

    /** Where the delimiter is; -1 where it is not. No delimiter is nowhere: a part has to end at something. */
    private int end(String delimiter, int from) {
        return delimiter.isEmpty() ? -1 : text.indexOf(delimiter, from);
    }
}
