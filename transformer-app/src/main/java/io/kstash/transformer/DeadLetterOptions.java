package io.kstash.transformer;

import io.kstash.app.UsageException;
import io.kstash.transformer.streams.DeadLetterPolicy;
import io.kstash.transformer.streams.DeadLetterPolicy.Handling;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What becomes a dead letter, as a picocli mixin. */
final class DeadLetterOptions {
    @Option(
            names = "--on-decode-error",
            paramLabel = "tag|dead-letter",
            converter = HandlingConverter.class,
            description = "What becomes of a record that the codec cannot decode: an event with Logstash's tag, such as"
                    + " _jsonparsefailure, or a dead letter. Default: tag.")
    private Handling onDecodeError = Handling.TAG;

    @Option(
            names = "--on-timeout",
            paramLabel = "tag|dead-letter",
            converter = HandlingConverter.class,
            description = "What becomes of an event that takes grok or kv too long: it is tagged as in Logstash"
                    + " (_groktimeout), or its record is a dead letter. Default: tag.")
    private Handling onTimeout = Handling.TAG;

    DeadLetterPolicy policy() {
        return new DeadLetterPolicy(onDecodeError, onTimeout);
    }

    /** Refuses what only a pipeline can do that reads Kafka. */
    void requireNone() {
        if (!policy().equals(DeadLetterPolicy.TAG)) {
            throw new UsageException("This pipeline does not read Kafka, so it has no topic for dead letters: leave out"
                    + " --on-decode-error and --on-timeout, or set them to tag");
        }
    }

    /** Reads one of the two words. */
    static final class HandlingConverter implements ITypeConverter<Handling> {
        @Override
        public Handling convert(String text) {
            return Stream.of(Handling.values())
                    .filter(handling -> handling.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is neither tag nor dead-letter"));
        }
    }
}
