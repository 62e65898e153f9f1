package io.kstash.filters.translate;

import io.kstash.event.FieldReference;
import io.kstash.event.FieldReferenceException;
import io.kstash.event.FieldTemplate;
import io.kstash.event.Template;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.Optional;

/**
 * {@code translate}: looks values up in a dictionary.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-translate">Logstash's translate
 *     filter</a>
 */
public final class TranslateFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> SOURCE = Option.optional(
            "source", OptionType.STRING, "The field to translate; of an array the first element, without iterate_on.");
    private static final Option<String> FIELD =
            Option.optional("field", OptionType.STRING, "The old name of source, which is deprecated.");
    private static final Option<String> TARGET = Option.optional(
            "target",
            OptionType.STRING,
            "The field that takes the translation: the source, or translation where ECS is disabled.");
    private static final Option<String> DESTINATION =
            Option.optional("destination", OptionType.STRING, "The old name of target, which is deprecated.");
    private static final Option<Boolean> OVERRIDE = Option.optional(
            "override",
            OptionType.BOOLEAN,
            "Whether a target that exists is overwritten; it is where it is the source, and else is not.");
    private static final Option<String> FALLBACK = Option.optional(
            "fallback", OptionType.STRING, "The translation of what the dictionary does not have; may hold %{…}.");
    private static final Option<String> ITERATE_ON = Option.optional(
            "iterate_on",
            OptionType.STRING,
            "An array to translate: the source itself, or one of hashes that have source and target in each.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "translate",
                    "Looks values up in a dictionary, inline or in a file.",
                    SOURCE,
                    FIELD,
                    TARGET,
                    DESTINATION,
                    OVERRIDE,
                    DictionaryOptions.DICTIONARY,
                    DictionaryOptions.DICTIONARY_PATH,
                    DictionaryOptions.YAML_LIMIT,
                    DictionaryOptions.YAML_LOAD_STRATEGY,
                    DictionaryOptions.REFRESH_INTERVAL,
                    DictionaryOptions.REFRESH_BEHAVIOUR,
                    DictionaryOptions.EXACT,
                    DictionaryOptions.REGEX,
                    FALLBACK,
                    ITERATE_ON,
                    EcsCompatibility.OPTION)
            .withExample("""
                    translate {
                      source => "[http][response][status_code]"
                      target => "status"
                      dictionary => { "200" => "fine" "404" => "not found" }
                      fallback => "other"
                    }
                    """);

    private final RefreshSchedule schedule;

    public TranslateFilterFactory() {
        this(RefreshThread::refresh);
    }

    /** @param schedule when dictionary files are read again */
    TranslateFilterFactory(RefreshSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        String source = field(options, SOURCE, FIELD)
                .orElseThrow(() -> new InvalidOptionException(SOURCE, "is missing: name the field to translate"));
        String target = field(options, TARGET, DESTINATION)
                .orElse(EcsCompatibility.isEnabled(options) ? source : "translation");
        boolean inPlace = source.equals(target);
        boolean overrides = options.find(OVERRIDE).orElse(inPlace);
        if (inPlace && !overrides) {
            throw new InvalidOptionException(
                    OVERRIDE, "cannot be false where the target is the source: remove it, or name another target");
        }
        Vocabulary vocabulary = new Vocabulary(
                DictionaryOptions.lookup(options, schedule),
                options.find(FALLBACK).map(Template::of));
        return new TranslateFilter(
                translator(options.find(ITERATE_ON), source, target, overrides, vocabulary), inPlace);
    }

    private static Translator translator(
            Optional<String> array, String source, String target, boolean overrides, Vocabulary vocabulary) {
        if (array.isPresent() && !array.get().equals(source)) {
            return new EachObject(array.get(), source, target, vocabulary);
        }
        FieldTemplate from = FieldTemplate.literal(source);
        FieldTemplate to = FieldTemplate.literal(target);
        return array.isPresent()
                ? new EachValue(from, to, overrides, vocabulary)
                : new SingleValue(from, to, overrides, vocabulary);
    }

    /** A field by its name or by its old one, but not by both. */
    private static Optional<String> field(Options options, Option<String> current, Option<String> deprecated) {
        Optional<String> name = options.find(current).filter(text -> !text.isEmpty());
        Optional<String> oldName = options.find(deprecated);
        name.ifPresent(text -> checkReference(current, text));
        if (name.isPresent() && oldName.isPresent()) {
            throw new InvalidOptionException(
                    deprecated, "is the old name of '" + current.name() + "', which is given as well: remove it");
        }
        return name.or(() -> oldName);
    }

    private static void checkReference(Option<String> option, String text) {
        try {
            FieldReference.of(text);
        } catch (FieldReferenceException invalid) {
            throw new InvalidOptionException(option, "has to name a field: " + invalid.getMessage());
        }
    }
}
