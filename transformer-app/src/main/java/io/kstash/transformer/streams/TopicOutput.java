package io.kstash.transformer.streams;

import io.kstash.event.Event;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.output.KafkaOutput;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Events to a topic. Without a key of their own they keep their source's key and partition. */
final class TopicOutput implements EventOutput {
    private final KafkaOutput output;
    private final Encoder encoder;

    TopicOutput(KafkaOutput output) {
        this.output = output;
        this.encoder = output.codec().newEncoder();
    }

    @Override
    public Record<byte[], OutgoingRecord> record(Event event, Record<byte[], byte[]> source, Origin origin) {
        String topic = output.topic().render(event);
        boolean keyed = output.messageKey().isPresent();
        byte[] key = output.messageKey()
                .map(template -> template.render(event).getBytes(StandardCharsets.UTF_8))
                .orElse(source.key());
        OutgoingRecord outgoing = new OutgoingRecord(topic, origin.partition(), keyed, encoder.encode(event));
        return new Record<>(key, outgoing, source.timestamp(), new RecordHeaders(source.headers()));
    }
}
