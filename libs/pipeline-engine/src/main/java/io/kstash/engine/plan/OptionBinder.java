package io.kstash.engine.plan;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Attribute;
import io.kstash.language.syntax.PluginNode;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds what a pipeline says of a plugin to the options that the plugin has, and reports what does not fit. */
final class OptionBinder {
    private final LiteralReader literals;
    private final CodecPlanner codecs;
    private final Problems problems;

    OptionBinder(LiteralReader literals, CodecPlanner codecs, Problems problems) {
        this.literals = literals;
        this.codecs = codecs;
        this.problems = problems;
    }

    /** The options, complete and converted; empty where one of them is wrong, which has been reported. */
    Optional<Options> bind(PluginNode plugin, PluginSpec spec) {
        Map<String, Given> given = given(plugin, spec);
        Map<String, Object> values = new HashMap<>();
        boolean complete = true;
        for (Option<?> option : spec.options()) {
            complete &= bindOption(option, given.get(option.name()), plugin, spec, values);
        }
        return complete ? Optional.of(new Options(values)) : Optional.empty();
    }

    /** What the pipeline gives, by option; what is no option has been reported. */
    private Map<String, Given> given(PluginNode plugin, PluginSpec spec) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Attribute attribute : plugin.attributes()) {
            String name = attribute.name().text();
            Optional<Option<?>> option = spec.option(name);
            if (option.isEmpty()) {
                reportUnknown(attribute, spec);
            } else if (option.get().alternative().isPresent()) {
                problems.error(
                        attribute.name().span(),
                        "option '" + name + "' of " + spec.kind() + " '" + spec.name() + "' is not supported: "
                                + option.get().alternative().get());
            } else {
                given.merge(
                        name,
                        new Given(
                                read(attribute, option.get()), attribute.value().span()),
                        Given::merge);
            }
        }
        return given;
    }

    private Object read(Attribute attribute, Option<?> option) {
        return option.type().isCodec() ? codecs.plan(attribute.value(), literals) : literals.read(attribute.value());
    }

    private void reportUnknown(Attribute attribute, PluginSpec spec) {
        String name = attribute.name().text();
        problems.error(
                attribute.name().span(),
                "unknown option '" + name + "' of " + spec.kind() + " '" + spec.name() + "'",
                Suggestions.didYouMean(
                        name, spec.options().stream().map(Option::name).toList()));
    }

    /** False where a value is missing or wrong. */
    private boolean bindOption(
            Option<?> option, @Nullable Given given, PluginNode plugin, PluginSpec spec, Map<String, Object> values) {
        if (given == null && option.isRequired()) {
            problems.error(
                    plugin.name().span(),
                    spec.kind() + " '" + spec.name() + "' needs the option '" + option.name() + "' ("
                            + option.type().name() + ")");
            return false;
        }
        @Nullable Object value = given == null ? defaultValue(option) : given.value;
        return value == null || convert(option, value, given == null ? plugin.span() : given.span, values);
    }

    private @Nullable Object defaultValue(Option<?> option) {
        @Nullable Object value = option.defaultValue().orElse(null);
        return option.type().isCodec() && value != null ? codecs.byDefault(value.toString()) : value;
    }

    private boolean convert(Option<?> option, Object value, SourceSpan span, Map<String, Object> values) {
        try {
            values.put(option.name(), option.type().convert(value));
            return true;
        } catch (InvalidOptionException invalid) {
            problems.error(span, "'" + option.name() + "' " + invalid.getMessage());
            return false;
        }
    }

    /** A value as it stands in the pipeline, and where. */
    private record Given(Object value, SourceSpan span) {
        Given merge(Given later) {
            return new Given(LiteralReader.merge(value, later.value), later.span);
        }
    }
}
