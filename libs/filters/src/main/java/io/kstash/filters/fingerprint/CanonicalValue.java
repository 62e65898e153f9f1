package io.kstash.filters.fingerprint;

import io.kstash.event.RubyText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a value that does not depend on the order in which a hash was filled: names and values with bars between
 * them, the names sorted. A scalar is itself, since a checksum may tell a number from its text.
 */
final class CanonicalValue {
    /** As Ruby sorts: by bytes, which differs from Java's order beyond the basic plane. */
    static final Comparator<String> BY_BYTES = (left, right) -> Arrays.compareUnsigned(utf8(left), utf8(right));

    private CanonicalValue() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> Map.entry((String) entry.getKey(), text(entry.getValue())))
                    .sorted(Map.Entry.comparingByKey(BY_BYTES))
                    .map(entry -> entry.getKey() + "|" + entry.getValue())
                    .collect(Collectors.joining("|"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalValue::text).collect(Collectors.joining("|"));
        }
        return value;
    }

    static String text(@Nullable Object value) {
        return RubyText.toS(of(value));
    }

    /** The bytes of the text of a value that is canonical already. */
    static byte[] utf8(@Nullable Object canonical) {
        return RubyText.toS(canonical).getBytes(StandardCharsets.UTF_8);
    }
}
