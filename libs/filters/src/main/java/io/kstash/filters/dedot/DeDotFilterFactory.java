package io.kstash.filters.dedot;

import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;

/**
 * {@code de_dot}: replaces the dots in names of fields.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-de_dot">Logstash's de_dot
 *     filter</a>
 */
public final class DeDotFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> SEPARATOR =
            Option.withDefault("separator", OptionType.STRING, "_", "What takes the place of a dot.");
    private static final Option<Boolean> NESTED = Option.withDefault(
            "nested",
            OptionType.BOOLEAN,
            "false",
            "Whether a dot divides the names of nested fields, instead of being replaced.");
    private static final Option<Boolean> RECURSIVE = Option.withDefault(
            "recursive", OptionType.BOOLEAN, "false", "Whether fields of fields are renamed as well.");
    private static final Option<List<String>> FIELDS = Option.optional(
            "fields", OptionType.STRINGS, "The fields to rename where they exist; else all that are at the top.");
    private static final Option<String> TAG_ON_FAILURE =
            Option.withDefault("tag_on_failure", OptionType.STRING, "_de_dot_error", "The tag of an event that fails.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "de_dot",
                    "Replaces the dots in names of fields.",
                    SEPARATOR,
                    NESTED,
                    RECURSIVE,
                    FIELDS,
                    TAG_ON_FAILURE)
            .withExample("""
                    # from user.name to [user][name]
                    de_dot {
                      fields => ["user.name"]
                      nested => true
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        String separator = options.get(SEPARATOR);
        if (separator.contains(FieldRenaming.DOT)) {
            throw new InvalidOptionException(
                    SEPARATOR, "takes the place of dots and so cannot contain one, as \"" + separator + "\" does");
        }
        return new DeDotFilter(
                options.find(FIELDS),
                new FieldRenaming(options.get(NESTED) ? FieldRenaming.NESTED : separator, options.get(RECURSIVE)),
                options.get(TAG_ON_FAILURE));
    }
}
