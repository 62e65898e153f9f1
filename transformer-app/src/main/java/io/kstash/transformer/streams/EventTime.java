package io.kstash.transformer.streams;

import io.kstash.event.Timestamp;
import java.util.Locale;

/** What {@code @timestamp} is of an event whose data does not say. */
public enum EventTime {
    /** The timestamp of its Kafka record, so that the same input gives the same output. */
    RECORD {
        @Override
        Timestamp of(SourceRecord record) {
            return Timestamp.ofEpochMilli(record.timestamp());
        }
    },
    /** When it is worked on, as in Logstash. */
    NOW {
        @Override
        Timestamp of(SourceRecord record) {
            return Timestamp.now();
        }
    };

    abstract Timestamp of(SourceRecord record);

    /** As the command line has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
