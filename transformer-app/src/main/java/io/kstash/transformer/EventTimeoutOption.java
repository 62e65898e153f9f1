package io.kstash.transformer;

import io.kstash.engine.Pipeline;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long one event may take, as a picocli mixin. */
final class EventTimeoutOption {
    @Option(
            names = "--event-timeout",
            paramLabel = "TIME",
            converter = Converter.class,
            description =
                    "How long regular expressions may search for the sake of one event, such as 500ms or 2s. Beyond"
                            + " it grok and kv tag the event, and any other filter or condition makes it a dead letter. Default: 1s.")
    Duration value = Pipeline.DEFAULT_EVENT_TIMEOUT;

    /** Reads a number with its unit. */
    static final class Converter implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(?<number>[0-9]{1,7})(?<unit>ms|s)");

        @Override
        public Duration convert(String text) {
            Matcher form = FORM.matcher(text);
            long number = form.matches() ? Long.parseLong(form.group("number")) : 0;
            if (number == 0) {
                throw new TypeConversionException("'" + text + "' is no time limit; give one such as 500ms or 2s");
            }
            return form.group("unit").equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        }
    }
}
