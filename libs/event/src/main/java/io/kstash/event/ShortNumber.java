package io.kstash.event;

/** Texts that are a number of some digits and nothing else. Nearly all numbers are, and need no closer look. */
public final class ShortNumber {
    /** Any number of so many digits fits a long. */
    private static final int MOST_CHARACTERS = 18;

    private ShortNumber() {}

    /** True for digits alone, such as {@code 042}, which {@link Long#parseLong} reads. */
    public static boolean isInteger(String text) {
        return !text.isEmpty() && text.length() <= MOST_CHARACTERS && endOfDigits(text, 0) == text.length();
    }

    /** True for digits with a point among them, such as {@code 12.50}, which {@link Double#parseDouble} reads. */
    public static boolean isDecimal(String text) {
        int point = endOfDigits(text, 0);
        return point > 0
                && point < text.length() - 1
                && text.length() <= MOST_CHARACTERS
                && text.charAt(point) == '.'
                && endOfDigits(text, point + 1) == text.length();
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
