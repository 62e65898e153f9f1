package io.kstash.plugin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that there is to know of a plugin before it is made: validation, defaults and documentation come from here.
 *
 * @param kind where it stands
 * @param name as it is written in a pipeline
 * @param description one sentence for the reference
 * @param example how it stands in a pipeline, for the reference; empty where its name says all
 * @param options every option that it knows
 */
public record PluginSpec(PluginKind kind, String name, String description, String example, List<Option<?>> options) {
    public PluginSpec {
        options = List.copyOf(options);
    }

    public static PluginSpec of(PluginKind kind, String name, String description, Option<?>... options) {
        return new PluginSpec(kind, name, description, "", List.of(options));
    }

    /** The same with an example: one plugin with its options, as in a section of a pipeline. */
    public PluginSpec withExample(String text) {
        return new PluginSpec(kind, name, description, text.strip(), options);
    }

    /** The same with the options that its host gives to all plugins of the kind; one of its own by that name goes before. */
    public PluginSpec with(List<Option<?>> common) {
        Stream<Option<?>> others =
                common.stream().filter(option -> option(option.name()).isEmpty());
        List<Option<?>> all = Stream.concat(options.stream(), others).toList();
        return new PluginSpec(kind, name, description, example, all);
    }

    public Optional<Option<?>> option(String optionName) {
        return options.stream()
                .filter(option -> option.name().equals(optionName))
                .findFirst();
    }
}
