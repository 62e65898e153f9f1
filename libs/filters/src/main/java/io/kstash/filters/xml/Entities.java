package io.kstash.filters.xml;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The entities of a document and their expansion, with REXML's limits, so that no document grows beyond measure.
 * External entities are never read: references to them stay as they are.
 */
final class Entities {
    private static final Map<String, String> PREDEFINED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final int MOST_BYTES = 10_240;
    private static final int MOST_EXPANSIONS = 10_000;
    private static final int DEEPEST = 100;

    private final Map<String, String> declared = new HashMap<>();
    private int expansions;

    void declare(String name, String value) {
        declared.put(name, value);
    }

    /**
     * The text with each reference replaced that stands for something.
     *
     * @throws XmlException where that becomes too much
     */
    String expand(String written) {
        return expand(LineEnds.normalized(written), 0);
    }

    private String expand(String written, int depth) {
        int start = written.indexOf('&');
        if (start < 0) {
            return written;
        }
        StringBuilder expanded = new StringBuilder(written.length());
        int position = 0;
        int bytes = 0;
        for (int end = written.indexOf(';', start); start >= 0 && end >= 0; end = written.indexOf(';', start)) {
            String value = value(written.substring(start + 1, end), depth);
            bytes += value.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                throw new XmlException("entities make more than " + MOST_BYTES + " bytes of one text");
            }
            expanded.append(written, position, start).append(value);
            position = end + 1;
            start = written.indexOf('&', position);
            if (start < 0) {
                break;
            }
        }
        return expanded.append(written, position, written.length()).toString();
    }

    private String value(String reference, int depth) {
        OptionalInt character = References.codePoint(reference);
        if (character.isPresent()) {
            return Character.toString(character.getAsInt());
        }
        String value = declared.get(reference);
        if (value == null) {
            return PREDEFINED.getOrDefault(reference, "&" + reference + ";");
        }
        expansions++;
        if (expansions > MOST_EXPANSIONS || depth == DEEPEST) {
            throw new XmlException("entities hold more than " + MOST_EXPANSIONS + " others, or themselves");
        }
        return expand(value, depth + 1);
    }
}
