package io.kstash.filters.translate;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dictionary that is CSV: a key and a value a line, in quotes or not. What follows them is not looked at. */
final class CsvDictionary {
    private CsvDictionary() {}

    static Map<Object, @Nullable Object> read(Path file) throws IOException {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        try (CsvReader<Row> rows = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(new RowHandler(), Utf8File.read(file))) {
            for (Row row : rows) {
                if (row.key != null) {
                    entries.put(row.key, row.value);
                }
            }
            return entries;
        } catch (CsvParseException notCsv) {
            throw new DictionaryException("is broken: not CSV: " + notCsv.getMessage(), notCsv);
        }
    }

    private record Row(@Nullable String key, @Nullable String value) {}

    private static final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {
        private @Nullable String key;
        private @Nullable String value;

        @Override
        protected void handleBegin(long line) {
            key = null;
            value = null;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            // As in Ruby nothing between two commas is null, and a pair of quotes is an empty text.
            @Nullable String text = length == 0 && !quoted ? null : new String(buffer, offset, length);
            if (index == 0) {
                key = text;
            } else if (index == 1) {
                value = text;
            }
        }

        @Override
        protected Row buildRecord() {
            return new Row(key, value);
        }
    }
}
