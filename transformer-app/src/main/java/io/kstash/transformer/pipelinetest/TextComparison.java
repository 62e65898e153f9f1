package io.kstash.transformer.pipelinetest;

import io.kstash.event.RubyText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Compares bytes, and shows as text where they begin to differ. */
final class TextComparison {
    private TextComparison() {}

    /** No difference is an empty list. */
    static List<String> compare(String expected, byte[] actual) {
        byte[] wanted = expected.getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(wanted, actual)) {
            return List.of();
        }
        String given = new String(actual, StandardCharsets.UTF_8);
        return List.of(
                "the texts differ from byte " + (Arrays.mismatch(wanted, actual) + 1) + " on",
                "expected: " + RubyText.quote(expected),
                "but was:  " + RubyText.quote(given));
    }
}
