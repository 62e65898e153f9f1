package io.kstash.transformer;

import io.kstash.transformer.streams.EventTime;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code @timestamp} is of an event whose data does not say, as a picocli mixin. */
final class EventTimeOption {
    @Option(
            names = "--timestamp",
            paramLabel = "record|now",
            converter = Converter.class,
            description =
                    "What @timestamp is where the data does not say: that of the Kafka record, so that the same input"
                            + " gives the same output, or now, as in Logstash. What does not come from Kafka has no other than"
                            + " now. Default: record.")
    EventTime value = EventTime.RECORD;

    /** Reads one of the two words. */
    static final class Converter implements ITypeConverter<EventTime> {
        @Override
        public EventTime convert(String text) {
            return Stream.of(EventTime.values())
                    .filter(time -> time.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is neither record nor now"));
        }
    }
}
