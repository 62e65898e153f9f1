package io.kstash.transformer;

import io.kstash.engine.Pipeline;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

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

    /** Reads the limit. */
    static final class Converter extends TimeConverter {
        Converter() {
            super(
                    Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1)),
                    "time limit; give one such as 500ms or 2s");
        }
    }
}
