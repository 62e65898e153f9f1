package io.kstash.filters.truncate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what is longer than a number of bytes in UTF-8.
 *
 * @param bytes as in Logstash a text becomes null where these are fewer than none
 */
record ByteLimit(long bytes) {
    /**
     * The value within the limit: a text, the texts of an array, and those of a hash at any depth. Whatever else an array
     * holds stays, as in Logstash. It is the same object where nothing had to be cut.
     */
    @Nullable Object apply(@Nullable Object value) {
        if (value instanceof String text) {
            return cut(text);
        }
        if (value instanceof List<?> list) {
            return cutElements(list);
        }
        return value instanceof Map<?, ?> map ? cutValues(map) : value;
    }

    private List<?> cutElements(List<?> list) {
        List<@Nullable Object> changed = new ArrayList<>(list.size());
        boolean same = true;
        for (Object element : list) {
            Object now = element instanceof String text ? cut(text) : element;
            same &= now == element;
            changed.add(now);
        }
        return same ? list : changed;
    }

    private Map<?, ?> cutValues(Map<?, ?> map) {
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object now = apply(entry.getValue());
            same &= now == entry.getValue();
            changed.put(entry.getKey(), now);
        }
        return same ? map : changed;
    }

    private @Nullable String cut(String text) {
        if (bytes < 0) {
            return null;
        }
        long length = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            length += utf8Length(text.codePointAt(i));
            if (length > bytes) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
