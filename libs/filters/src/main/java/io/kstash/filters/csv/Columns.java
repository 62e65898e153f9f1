package io.kstash.filters.csv;

import io.kstash.event.EventException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The columns by their index. Thread-safe. */
final class Columns {
    private final @Nullable List<? extends @Nullable Object> names;
    private final List<@Nullable Column> named = new ArrayList<>();
    private final Map<Integer, Column> generated = new ConcurrentHashMap<>();
    private final ColumnNaming naming;

    /**
     * Columns.
     *
     * @param names in the order of the columns, null for a column without one; no list at all is what an empty header
     *     leaves
     */
    Columns(@Nullable List<? extends @Nullable Object> names, ColumnNaming naming) {
        this.names = names;
        this.naming = naming;
        if (names != null) {
            names.forEach(name -> named.add(name == null ? null : naming.named(name)));
        }
    }

    /**
     * True if none is named.
     *
     * @throws EventException where the header was empty: nothing can be read after it
     */
    boolean isEmpty() {
        if (names == null) {
            throw new EventException("The event that should have named the columns was empty");
        }
        return names.isEmpty();
    }

    /** True if the row holds the names and nothing else. */
    boolean areNamedBy(@Nullable List<@Nullable String> row) {
        return !isEmpty() && row != null && row.equals(names);
    }

    /** Null where the column is left out. */
    @Nullable Column at(int index) {
        Column column = index < named.size() ? named.get(index) : null;
        if (column != null || !naming.generatesNames()) {
            return column;
        }
        return generated.computeIfAbsent(index, naming::generated);
    }
}
