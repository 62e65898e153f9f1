package io.kstash.filters.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits as Ruby's {@code String#split} with the limit -1 does, which keeps empty parts: at the text as it is written,
 * at each character where it is empty, and at runs of white space where it is one space.
 */
record Terminator(String text) {
    private static final String WHITE_SPACE = " \t\n\u000b\f\r";

    List<String> split(String whole) {
        if (whole.isEmpty()) {
            return List.of();
        }
        if (text.isEmpty()) {
            return characters(whole);
        }
        return text.equals(" ") ? words(whole) : parts(whole);
    }

    private static List<String> characters(String whole) {
        List<String> characters = new ArrayList<>(whole.length() + 1);
        whole.codePoints().forEach(character -> characters.add(Character.toString(character)));
        characters.add("");
        return characters;
    }

    private static List<String> words(String whole) {
        List<String> words = new ArrayList<>();
        int start = skip(whole, 0, true);
        int end = skip(whole, start, false);
        while (end < whole.length()) {
            words.add(whole.substring(start, end));
            start = skip(whole, end, true);
            end = skip(whole, start, false);
        }
        words.add(whole.substring(start));
        return words;
    }

    /** The first position from there on whose character is not white space, or is where white space is not skipped. */
    private static int skip(String whole, int from, boolean whiteSpace) {
        int position = from;
        while (position < whole.length() && WHITE_SPACE.indexOf(whole.charAt(position)) >= 0 == whiteSpace) {
            position++;
        }
        return position;
    }

    private List<String> parts(String whole) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = whole.indexOf(text); end >= 0; end = whole.indexOf(text, start)) {
            parts.add(whole.substring(start, end));
            start = end + text.length();
        }
        parts.add(whole.substring(start));
        return parts;
    }
}
