package io.kstash.filters.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first row of a text as Ruby's CSV library (3.3.6) does, which is behind Logstash's filter. FastCSV and
 * univocity do not do: they take a quote inside an unquoted value, tell no empty value from a missing one in quotes, or
 * know the end of a row before they see the text, whereas Ruby finds it in the text.
 *
 * <p>There are two ways to read, because Ruby has them and they differ where a separator of several characters meets
 * quotes: most rows are split at the separators; one with other than whole quoted values is scanned.
 *
 * @param separator of values; as in Logstash, a wrong one fails with the first text
 * @param quote around values; one character
 */
record CsvParser(String separator, String quote) {

    /**
     * The first row; a value that is missing is null, one that is empty in quotes is an empty text. Null stands for a
     * text without any row.
     *
     * @throws MalformedCsvException where quotes or line ends are where they cannot be
     */
    @Nullable List<@Nullable String> firstRow(String text) {
        if (separator.isEmpty() || quote.codePointCount(0, quote.length()) != 1) {
            throw new MalformedCsvException("the separator cannot be empty, and the quote is one character");
        }
        if (text.isEmpty()) {
            return null;
        }
        String rowEnd = rowEnd(text);
        int end = text.indexOf(rowEnd);
        String line = end < 0 ? text : text.substring(0, end);
        List<@Nullable String> row = isBroken(line) ? null : split(line);
        return row == null ? new RowScanner(this, text, rowEnd).row() : row;
    }

    /** What ends the rows: the first line end that the text has, in or out of quotes. */
    private static String rowEnd(String text) {
        int lineFeed = text.indexOf('\n');
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn < 0 || (lineFeed >= 0 && lineFeed < carriageReturn)) {
            return "\n";
        }
        return lineFeed == carriageReturn + 1 ? "\r\n" : "\r";
    }

    private static boolean isBroken(String line) {
        return line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0;
    }

    /** Null where quotes ask for the other way. */
    private @Nullable List<@Nullable String> split(String line) {
        List<@Nullable String> row = new ArrayList<>();
        if (line.isEmpty()) {
            return row;
        }
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            if (!add(line.substring(start, end), row)) {
                return null;
            }
            start = end + separator.length();
        }
        return add(line.substring(start), row) ? row : null;
    }

    private boolean add(String written, List<@Nullable String> row) {
        int first = written.indexOf(quote);
        if (first < 0) {
            row.add(written.isEmpty() ? null : written);
            return true;
        }
        int last = written.length() - quote.length();
        if (first > 0 || last == 0 || written.indexOf(quote, quote.length()) != last) {
            return false;
        }
        row.add(written.substring(quote.length(), last));
        return true;
    }
}
