package io.kstash.filters.csv;

import io.kstash.event.FieldReference;
import io.kstash.event.FieldReferenceException;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code csv}: parses a line of CSV.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-csv">Logstash's csv filter</a>
 */
public final class CsvFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> SOURCE =
            Option.withDefault("source", OptionType.STRING, "message", "The field that holds the CSV text.");
    private static final Option<String> TARGET =
            Option.optional("target", OptionType.STRING, "The field under which the columns go; else to the top.");
    private static final Option<List<Object>> COLUMNS = Option.withDefault(
            "columns",
            OptionType.LIST,
            List.of(),
            "The names of the columns, in order; each may be a field reference.");
    private static final Option<String> SEPARATOR = Option.withDefault(
            "separator", OptionType.STRING, ",", "What stands between columns: one or more characters, as they are.");
    private static final Option<String> QUOTE_CHAR = Option.withDefault(
            "quote_char", OptionType.STRING, "\"", "The character around quoted values; \\x00 for none.");
    private static final Option<Map<String, Object>> CONVERT = Option.withDefault(
            "convert",
            OptionType.HASH,
            Map.of(),
            "The types of columns, by name: integer, float, date, date_time or boolean; what does not fit stays a text.");
    private static final Option<Boolean> AUTODETECT_COLUMN_NAMES = Option.withDefault(
            "autodetect_column_names",
            OptionType.BOOLEAN,
            "false",
            "Whether the first event that an instance sees after its start names the columns, and is dropped.");
    private static final Option<Boolean> AUTOGENERATE_COLUMN_NAMES = Option.withDefault(
            "autogenerate_column_names",
            OptionType.BOOLEAN,
            "true",
            "Whether columns without a name become column1, column2 and so on; else they are left out.");
    private static final Option<Boolean> SKIP_HEADER = Option.withDefault(
            "skip_header", OptionType.BOOLEAN, "false", "Whether events that repeat the column names are dropped.");
    private static final Option<Boolean> SKIP_EMPTY_COLUMNS = Option.withDefault(
            "skip_empty_columns", OptionType.BOOLEAN, "false", "Whether columns without a value are left out.");
    private static final Option<Boolean> SKIP_EMPTY_ROWS = Option.withDefault(
            "skip_empty_rows",
            OptionType.BOOLEAN,
            "false",
            "Whether an empty text is tagged _csvskippedemptyfield, and not as a failure.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "csv",
                    "Parses a field that holds a line of CSV.",
                    SOURCE,
                    TARGET,
                    COLUMNS,
                    SEPARATOR,
                    QUOTE_CHAR,
                    CONVERT,
                    AUTODETECT_COLUMN_NAMES,
                    AUTOGENERATE_COLUMN_NAMES,
                    SKIP_HEADER,
                    SKIP_EMPTY_COLUMNS,
                    SKIP_EMPTY_ROWS,
                    EcsCompatibility.OPTION)
            .withExample("""
                    csv {
                      source => "message"
                      columns => ["time", "host", "bytes"]
                      convert => { "bytes" => "integer" }
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        String quote = options.get(QUOTE_CHAR);
        return new CsvFilter(
                FieldTemplate.literal(options.get(SOURCE)),
                new CsvParser(options.get(SEPARATOR), quote.equals("\\x00") ? "\0" : quote),
                new ColumnNaming(targetPrefix(options), conversions(options), options.get(AUTOGENERATE_COLUMN_NAMES)),
                options.get(COLUMNS),
                new RowHandling(
                        options.get(AUTODETECT_COLUMN_NAMES),
                        options.get(SKIP_HEADER),
                        options.get(SKIP_EMPTY_COLUMNS),
                        options.get(SKIP_EMPTY_ROWS)));
    }

    private static String targetPrefix(Options options) {
        String target = options.find(TARGET).orElse("");
        try {
            FieldReference.of(target);
        } catch (FieldReferenceException notAField) {
            throw new InvalidOptionException(
                    TARGET, "must be a field, such as name or [name][nested], and not \"" + target + "\"");
        }
        return target.isEmpty() || target.startsWith("[") ? target : "[" + target + "]";
    }

    private static Map<String, Conversion> conversions(Options options) {
        Map<String, Conversion> conversions = new LinkedHashMap<>();
        options.get(CONVERT)
                .forEach((column, type) -> conversions.put(
                        column,
                        Conversion.named(type)
                                .orElseThrow(() -> new InvalidOptionException(
                                        CONVERT,
                                        "must name one of " + String.join(", ", Conversion.NAMES) + ", and not \""
                                                + type + "\""))));
        return conversions;
    }
}
