package io.kstash.event;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * A float as Java 19 and later print it, and so Logstash: the shortest decimal that stands for it, as {@code 1.0E10}. Older
 * Javas print some with a digit too many, and take three times as long.
 */
final class FloatText {
    /** No float has a longer text. */
    static final int MOST_CHARACTERS = 24;

    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_BELOW = 1e7;
    private static final double SHORT_BELOW = 1e12;
    private static final int DECIMALS = 3;

    private FloatText() {}

    static String of(double number) {
        return NumberOutput.toString(number, true);
    }

    /**
     * Puts a number that has no more than three decimals, such as a price or a time in seconds, into a text.
     *
     * @return the position behind it, or the same where the number is another one
     */
    static int putShort(double number, byte[] text, int start) {
        double size = Math.abs(number);
        if (!(size >= PLAIN_FROM && size < SHORT_BELOW)) {
            return start;
        }
        // It has at most 15 digits, and no two decimals of so few digits are the same double: so none is shorter.
        long thousandths = (long) (size * 1000 + 0.5);
        if (thousandths / 1000.0 != size) {
            return start;
        }
        int at = start;
        if (number < 0) {
            text[at++] = '-';
        }
        return size < PLAIN_BELOW ? putPlain(thousandths, text, at) : putScientific(thousandths, text, at);
    }

    private static int putPlain(long thousandths, byte[] text, int start) {
        int point = Digits.put(thousandths / 1000, text, start);
        text[point] = '.';
        int end = Digits.put(thousandths % 1000, DECIMALS, text, point + 1);
        return withoutZeros(text, point + 2, end);
    }

    private static int putScientific(long thousandths, byte[] text, int start) {
        int end = Digits.put(thousandths, text, start + 1);
        int exponent = end - (start + 1) - 1 - DECIMALS;
        text[start] = text[start + 1];
        text[start + 1] = '.';
        int at = withoutZeros(text, start + 3, end);
        text[at] = 'E';
        return Digits.put(exponent, text, at + 1);
    }

    /** The end of the digits without the zeros at their end, but not before a position. */
    private static int withoutZeros(byte[] text, int earliest, int end) {
        int last = end;
        while (last > earliest && text[last - 1] == '0') {
            last--;
        }
        return last;
    }
}
