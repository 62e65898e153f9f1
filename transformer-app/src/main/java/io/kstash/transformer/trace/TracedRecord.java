package io.kstash.transformer.trace;

import io.kstash.engine.PlannedInput;
import io.kstash.event.Event;
import io.kstash.event.Timestamp;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.input.KafkaMetadata;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of an input topic, as the pipeline gets it. */
record TracedRecord(PlannedInput<Input> planned, ConsumerRecord<byte[], byte[]> found) {
    /** What the codec makes of it, with all that the input adds. */
    List<Event> events() {
        List<Event> events = new ArrayList<>();
        byte @Nullable [] value = found.value();
        if (value != null) {
            KafkaInput input = (KafkaInput) planned.input();
            input.codec().newDecoder().decode(value, Timestamp.ofEpochMilli(found.timestamp()), events::add);
            events.forEach(event -> decorate(event, input));
        }
        return events;
    }

    private void decorate(Event event, KafkaInput input) {
        input.metadata()
                .decorate(
                        event,
                        new KafkaMetadata.Source(
                                found.topic(),
                                input.groupId(),
                                found.partition(),
                                found.offset(),
                                found.key(),
                                found.timestamp(),
                                found.headers()));
        planned.decoration().apply(event);
    }

    /** Where it is, when it is from, its key, headers and value. */
    void print(PrintStream out) {
        out.println("Record " + found.topic() + "/" + found.partition() + "/" + found.offset() + " of "
                + Instant.ofEpochMilli(found.timestamp()) + ", "
                + (found.key() == null ? "without a key" : "key " + text(found.key())));
        for (Header header : found.headers()) {
            out.println("    " + header.key() + ": " + text(header.value()));
        }
        out.println("    " + (found.value() == null ? "without a value: a tombstone" : text(found.value())));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
