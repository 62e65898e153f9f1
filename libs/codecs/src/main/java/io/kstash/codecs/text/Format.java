package io.kstash.codecs.text;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.PlainText;
import io.kstash.event.Template;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.util.function.Function;

/** The option by which {@code plain} and {@code line} say what they write of an event. */
public final class Format {
    public static final Option<String> OPTION = Option.optional(
            "format",
            OptionType.STRING,
            "What to write of an event, where %{…} is filled from its fields; else its time, host and message.");

    private static final FieldReference HOST = FieldReference.ofName("host");
    private static final FieldReference MESSAGE = FieldReference.ofName("message");

    private Format() {}

    /** What makes the text of an event. */
    public static Function<Event, String> of(Options options) {
        return options.find(OPTION)
                .map(format -> (Function<Event, String>) Template.of(format)::render)
                .orElse(Format::summary);
    }

    private static String summary(Event event) {
        Timestamp time = event.timestamp();
        String text = orPlace(event, HOST) + " " + orPlace(event, MESSAGE);
        return time == null ? text : time + " " + text;
    }

    /** Unlike a place that is filled, this prints a hash as Java does, {@code {k=v}}, and so does Logstash. */
    private static String orPlace(Event event, FieldReference field) {
        Object value = event.get(field);
        return value == null ? "%{" + field + "}" : PlainText.ofJava(value);
    }
}
