package io.kstash.filters.mutate;

import io.kstash.event.RubyCase;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * {@code mutate}: general changes to fields, in a fixed order whatever the order of the options.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-mutate">Logstash's mutate
 *     filter</a>
 */
public final class MutateFilterFactory implements PluginFactory<Filter> {
    private static final Option<Map<String, Object>> COERCE =
            hash("coerce", "The value of a field that exists and is null.");
    private static final Option<Map<String, Object>> RENAME = hash("rename", "New names of fields.");
    private static final Option<Map<String, Object>> UPDATE = hash("update", "New values of fields that exist.");
    private static final Option<Map<String, Object>> REPLACE =
            hash("replace", "New values of fields, created if missing.");
    private static final Option<Map<String, Object>> CONVERT =
            hash("convert", "New types of fields: integer, float, string, boolean, integer_eu or float_eu.");
    private static final Option<List<Object>> GSUB = list(
            "gsub", "Fields, each with a regular expression and what replaces its matches: \\1 is its first group.");
    private static final Option<List<Object>> UPPERCASE = list("uppercase", "Fields to turn to upper case.");
    private static final Option<List<Object>> CAPITALIZE =
            list("capitalize", "Fields whose first letter is to be upper case.");
    private static final Option<List<Object>> LOWERCASE = list("lowercase", "Fields to turn to lower case.");
    private static final Option<List<Object>> STRIP = list("strip", "Fields to free of white space at both ends.");
    private static final Option<Map<String, Object>> SPLIT = hash("split", "Separators at which texts become arrays.");
    private static final Option<Map<String, Object>> JOIN = hash("join", "Separators with which arrays become texts.");
    private static final Option<Map<String, Object>> MERGE = hash("merge", "Fields to add to an array or hash.");
    private static final Option<Map<String, Object>> COPY = hash("copy", "Fields to copy to a new name.");
    private static final Option<String> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure", OptionType.STRING, "_mutate_error", "The tag of an event to which an operation fails.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "mutate",
                    "Renames, replaces, converts and otherwise changes fields.",
                    COERCE,
                    RENAME,
                    UPDATE,
                    REPLACE,
                    CONVERT,
                    GSUB,
                    UPPERCASE,
                    CAPITALIZE,
                    LOWERCASE,
                    STRIP,
                    SPLIT,
                    JOIN,
                    MERGE,
                    COPY,
                    TAG_ON_FAILURE)
            .withExample("""
                    mutate {
                      rename => { "[host][name]" => "server" }
                      convert => { "bytes" => "integer" }
                      gsub => ["path", "/+", "/"]
                      remove_field => ["password"]
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new MutateFilter(mutations(options), options.get(TAG_ON_FAILURE));
    }

    /** In the order in which Logstash applies them. */
    private static List<Mutation> mutations(Options options) {
        List<Mutation> mutations = new ArrayList<>();
        addEach(mutations, options, COERCE, entry -> SetValue.coerce(entry.getKey(), entry.getValue()));
        addEach(mutations, options, RENAME, entry -> Rename.of(entry.getKey(), entry.getValue()));
        addEach(mutations, options, UPDATE, entry -> SetValue.update(entry.getKey(), entry.getValue()));
        addEach(mutations, options, REPLACE, entry -> SetValue.replace(entry.getKey(), entry.getValue()));
        addEach(mutations, options, CONVERT, entry -> Convert.of(CONVERT, entry.getKey(), entry.getValue()));
        options.find(GSUB).ifPresent(triples -> mutations.addAll(Substitute.all(GSUB, triples)));
        addTexts(mutations, options, UPPERCASE, RubyCase::upper);
        addTexts(mutations, options, CAPITALIZE, RubyCase::capitalize);
        addTexts(mutations, options, LOWERCASE, RubyCase::lower);
        options.find(STRIP)
                .ifPresent(
                        fields -> fields.forEach(field -> mutations.add(TextChange.strict(field, TextChange::strip))));
        addEach(mutations, options, SPLIT, entry -> SplitText.of(entry.getKey(), entry.getValue()));
        addEach(mutations, options, JOIN, entry -> JoinArray.of(entry.getKey(), entry.getValue()));
        addEach(mutations, options, MERGE, entry -> Merge.of(entry.getKey(), entry.getValue()));
        addEach(mutations, options, COPY, entry -> Copy.of(entry.getKey(), entry.getValue()));
        return mutations;
    }

    private static void addEach(
            List<Mutation> mutations,
            Options options,
            Option<Map<String, Object>> option,
            Function<Map.Entry<String, Object>, Mutation> operation) {
        options.find(option)
                .ifPresent(entries -> entries.entrySet().forEach(entry -> mutations.add(operation.apply(entry))));
    }

    private static void addTexts(
            List<Mutation> mutations, Options options, Option<List<Object>> option, UnaryOperator<String> change) {
        options.find(option)
                .ifPresent(fields -> fields.forEach(field -> mutations.add(TextChange.lenient(field, change))));
    }

    private static Option<Map<String, Object>> hash(String name, String description) {
        return Option.optional(name, OptionType.HASH, description);
    }

    private static Option<List<Object>> list(String name, String description) {
        return Option.optional(name, OptionType.LIST, description);
    }
}
