package io.kstash.transformer;

import io.kstash.transformer.streams.Retention;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long the topics that tell what happened are kept, as a picocli mixin. */
final class RetentionOption {
    @Option(
            names = "--retention",
            paramLabel = "TIME",
            converter = Converter.class,
            description =
                    "How long Kafka keeps the pipeline's dead letters and its ledger, such as 30d or 12h. Topics that are there"
                            + " are changed only where this is given. What was delivered is kept as long, but 7d at the"
                            + " most. Default: 30d.")
    private @Nullable Duration time;

    Retention value() {
        return time == null ? Retention.DEFAULT : new Retention(time, true);
    }

    /** Reads days and hours. */
    static final class Converter extends TimeConverter {
        Converter() {
            super(
                    Map.of("d", Duration.ofDays(1), "h", Duration.ofHours(1)),
                    "time for which Kafka can keep a topic; give one such as 30d or 12h");
        }
    }
}
