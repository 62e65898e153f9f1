package io.kstash.event;

/**
 * Prints whole numbers into texts, digit by digit in one loop for all of them. Quicker ways tell short numbers from long ones;
 * then the JVM compiles all that is around them anew whenever a counter gets one digit longer.
 */
public final class Digits {
    /** The longest number has so many characters. */
    public static final int MOST_CHARACTERS = 20;

    private Digits() {}

    /** Puts a number into a text that has room for it, and answers the position behind it. */
    public static int put(long number, byte[] text, int start) {
        // Below zero there is room for any long.
        long negative = number < 0 ? number : -number;
        int first = start;
        if (number < 0) {
            text[first++] = '-';
        }
        int count = 1;
        for (long rest = negative; rest <= -10; rest /= 10) {
            count++;
        }
        putNegative(negative, count, text, first);
        return first + count;
    }

    /** Puts so many digits of a number that is not below zero, with zeros before it, and answers the position behind them. */
    static int put(long number, int count, byte[] text, int start) {
        putNegative(-number, count, text, start);
        return start + count;
    }

    private static void putNegative(long negative, int count, byte[] text, int start) {
        long rest = negative;
        for (int i = start + count - 1; i >= start; i--) {
            text[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
    }
}
