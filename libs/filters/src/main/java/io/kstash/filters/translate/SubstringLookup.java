package io.kstash.filters.translate;

import io.kstash.event.RubyText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Replaces every key that occurs in the text. Where several start at the same place, the first of the dictionary counts,
 * and not the longest. A text in which nothing changes has no translation.
 */
final class SubstringLookup implements Lookup {
    private final Map<String, Entry> entries;
    /** Of all keys, so that a place is a few lookups away from its key, however many keys there are. */
    private final List<Integer> lengths;

    private SubstringLookup(Map<String, Entry> entries, List<Integer> lengths) {
        this.entries = entries;
        this.lengths = lengths;
    }

    static SubstringLookup of(Map<Object, @Nullable Object> dictionary) {
        Map<String, Entry> entries = new HashMap<>();
        TreeSet<Integer> lengths = new TreeSet<>();
        dictionary.forEach((key, value) -> {
            String text = TextKey.of(key);
            entries.put(text, new Entry(entries.size(), text.length(), RubyText.toS(value)));
            lengths.add(text.length());
        });
        return new SubstringLookup(entries, List.copyOf(lengths));
    }

    @Override
    public @Nullable Translation find(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        int position = 0;
        while (position <= text.length()) {
            Entry entry = firstAt(text, position);
            if (entry != null) {
                replaced.append(entry.replacement);
                position += entry.length;
            }
            if (entry == null || entry.length == 0) {
                int next = position < text.length() ? text.offsetByCodePoints(position, 1) : position + 1;
                replaced.append(text, position, Math.min(next, text.length()));
                position = next;
            }
        }
        return text.contentEquals(replaced) ? null : new Translation(replaced.toString());
    }

    private @Nullable Entry firstAt(String text, int position) {
        @Nullable Entry first = null;
        for (int length : lengths) {
            if (position + length > text.length()) {
                break;
            }
            @Nullable Entry entry = entries.get(text.substring(position, position + length));
            if (entry != null && (first == null || entry.order < first.order)) {
                first = entry;
            }
        }
        return first;
    }

    /**
     * A key's.
     *
     * @param order which entry of the dictionary it is
     * @param length of the key
     */
    private record Entry(int order, int length, String replacement) {}
}
