package io.kstash.filters.csv;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets a field for each column of the row. Where that fails, the fields before the failure stay set. */
final class CsvFilter implements Filter {
    private static final String FAILURE_TAG = "_csvparsefailure";
    private static final String EMPTY_ROW_TAG = "_csvskippedemptyfield";
    private static final Outcome MATCHED = new Outcome.Matched(Optional.of(List.of(FAILURE_TAG)));
    private static final Outcome HEADER = new Outcome.Dropped("csv header");

    private final FieldTemplate source;
    private final CsvParser parser;
    private final ColumnNaming naming;
    private final RowHandling handling;
    private volatile Columns columns;

    /** @param names of the columns; an event may still name them where there are none and the handling says so */
    CsvFilter(FieldTemplate source, CsvParser parser, ColumnNaming naming, List<Object> names, RowHandling handling) {
        this.source = source;
        this.parser = parser;
        this.naming = naming;
        this.handling = handling;
        this.columns = new Columns(names, naming);
    }

    @Override
    public Outcome filter(Event event) {
        Object value = event.get(source.resolve(event));
        if (value == null || value.equals(false)) {
            return Outcome.UNMATCHED;
        }
        try {
            return handle(parse(value), event);
        } catch (EventException failure) {
            event.tag(FAILURE_TAG);
            return Outcome.UNMATCHED;
        }
    }

    private @Nullable List<@Nullable String> parse(Object value) {
        if (value instanceof String text) {
            return parser.firstRow(text);
        }
        throw new MalformedCsvException("the field is not a text");
    }

    private Outcome handle(@Nullable List<@Nullable String> row, Event event) {
        if (handling.autodetectColumnNames() && columns.isEmpty() && namesColumns(row)) {
            return HEADER;
        }
        if (handling.skipHeader() && columns.areNamedBy(row)) {
            return HEADER;
        }
        if (row == null) {
            return emptyRow(event);
        }
        store(row, event);
        return MATCHED;
    }

    /** False where another thread was faster with its row. */
    private synchronized boolean namesColumns(@Nullable List<@Nullable String> row) {
        boolean first = columns.isEmpty();
        if (first) {
            columns = new Columns(row, naming);
        }
        return first;
    }

    private Outcome emptyRow(Event event) {
        if (!handling.skipEmptyRows()) {
            throw new MalformedCsvException("the text is empty");
        }
        event.tag(EMPTY_ROW_TAG);
        return Outcome.UNMATCHED;
    }

    private void store(List<@Nullable String> row, Event event) {
        Columns current = columns;
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            boolean skipped = handling.skipEmptyColumns() && (value == null || value.isEmpty());
            Column column = skipped ? null : current.at(i);
            if (column != null) {
                column.store(value, event);
            }
        }
    }
}
