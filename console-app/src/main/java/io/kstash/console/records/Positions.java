package io.kstash.console.records;

import io.kstash.console.web.ApiException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An offset in each partition; its text, {@code 0:15,1:7}, is the cursor of a page. */
record Positions(Map<Integer, Long> offsets) {
    /** @throws ApiException if it is no cursor */
    static Positions parse(String text) {
        Map<Integer, Long> offsets = new TreeMap<>();
        try {
            for (String part : text.split(",", -1)) {
                int colon = part.indexOf(':');
                offsets.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ApiException.badRequest("No place in a topic: " + text);
        }
        return new Positions(offsets);
    }

    @Override
    public String toString() {
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
