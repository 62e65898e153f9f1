package io.kstash.codecs.text;

import io.kstash.event.Template;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;

/** The option by which {@code plain} and {@code line} say what they write of an event. */
public final class Format {
    public static final Option<String> OPTION = Option.withDefault(
            "format",
            OptionType.STRING,
            "%{@timestamp} %{host} %{message}",
            "What to write of an event; %{…} is filled from its fields.");

    private Format() {}

    public static Template of(Options options) {
        return Template.of(options.get(OPTION));
    }
}
