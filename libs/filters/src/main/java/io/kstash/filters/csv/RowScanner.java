package io.kstash.filters.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the first row of a text value by value. For one text. */
final class RowScanner {
    private final String separator;
    private final String separatorStart;
    private final String quote;
    private final String rowEnd;
    private final String text;
    private int position;

    RowScanner(CsvParser syntax, String text, String rowEnd) {
        this.separator = syntax.separator();
        this.separatorStart = separator.substring(0, separator.offsetByCodePoints(0, 1));
        this.quote = syntax.quote();
        this.rowEnd = rowEnd;
        this.text = text;
    }

    List<@Nullable String> row() {
        List<@Nullable String> row = new ArrayList<>();
        String value = value();
        while (take(separator)) {
            row.add(value);
            value = value();
        }
        if (!take(rowEnd) && position < text.length()) {
            throw new MalformedCsvException("a quote or line end within a value, at character " + (position + 1));
        }
        if (!row.isEmpty() || value != null) {
            row.add(value);
        }
        return row;
    }

    private @Nullable String value() {
        int quotes = takeAll(quote);
        return quotes == 0 ? unquoted() : quoted(quotes);
    }

    /** Two quotes within quotes stand for one, so an even number of them opens nothing that it does not close. */
    private String quoted(int opening) {
        if (opening % 2 == 0) {
            return quote.repeat((opening - 2) / 2);
        }
        StringBuilder value = new StringBuilder(quote.repeat(opening / 2));
        int quotes = 0;
        while (quotes % 2 == 0) {
            int start = position;
            int end = text.indexOf(quote, start);
            if (end < 0) {
                throw new MalformedCsvException("a quoted value has no end");
            }
            value.append(text, start, end);
            position = end;
            quotes = takeAll(quote);
            value.append(quote.repeat(quotes / 2));
        }
        return value.toString();
    }

    private @Nullable String unquoted() {
        int start = position;
        boolean goesOn = takePlain();
        if (!goesOn) {
            return null;
        }
        // The start of a separator of several characters is not yet a separator.
        while (goesOn && separator.length() > separatorStart.length() && !text.startsWith(separator, position)) {
            goesOn = takeAll(separatorStart) > 0 && takePlain();
        }
        return text.substring(start, position);
    }

    /** Takes what cannot be part of a quote, a separator or a row's end; false where there is nothing of that. */
    private boolean takePlain() {
        int start = position;
        while (position < text.length() && isPlain()) {
            position = text.offsetByCodePoints(position, 1);
        }
        return position > start;
    }

    private boolean isPlain() {
        return rowEnd.indexOf(text.charAt(position)) < 0
                && !text.startsWith(separatorStart, position)
                && !text.startsWith(quote, position);
    }

    private boolean take(String expected) {
        boolean found = text.startsWith(expected, position);
        position += found ? expected.length() : 0;
        return found;
    }

    private int takeAll(String repeated) {
        int count = 0;
        while (take(repeated)) {
            count++;
        }
        return count;
    }
}
