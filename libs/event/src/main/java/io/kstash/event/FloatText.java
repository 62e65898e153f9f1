package io.kstash.event;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * A float as Java 19 and later print it, and so Logstash: the shortest decimal that stands for it, as {@code 1.0E10}. Older
 * Javas print some with a digit too many, and take three times as long.
 */
final class FloatText {
    private FloatText() {}

    static String of(double number) {
        return NumberOutput.toString(number, true);
    }
}
