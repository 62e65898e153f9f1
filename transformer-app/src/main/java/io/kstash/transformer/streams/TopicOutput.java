package io.kstash.transformer.streams;

import io.kstash.delivery.DeliveryHeaders;
import io.kstash.event.Event;
import io.kstash.ledger.LedgerOutput;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.output.KafkaOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Events to a topic. Without a key of their own they keep their source's key and partition. */
final class TopicOutput implements EventOutput {
    private final String id;
    private final KafkaOutput output;
    private final boolean named;
    private final Encoder encoder;
    private final Map<String, LedgerOutput> destinations = new HashMap<>();

    /** @param named whether each record says which output made it, because another may write to the same topic */
    TopicOutput(String id, KafkaOutput output, boolean named) {
        this.id = id;
        this.output = output;
        this.named = named;
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
        return outgoing(key, outgoing, source);
    }

    /** Without an event, a topic that depends on one has no name. */
    @Override
    public Optional<Record<byte[], OutgoingRecord>> tombstone(Record<byte[], byte[]> source, Origin origin) {
        if (!output.topic().isConstant()) {
            return Optional.empty();
        }
        OutgoingRecord tombstone = new OutgoingRecord(output.topic().toString(), origin.partition(), false, null);
        return Optional.of(outgoing(source.key(), tombstone, source));
    }

    @Override
    public LedgerOutput destination(OutgoingRecord record) {
        return destinations.computeIfAbsent(
                record.topic(), topic -> new LedgerOutput(LedgerOutput.Kind.TOPIC, id, topic));
    }

    /** With the source's headers, except for what another pipeline said of its own output. */
    private Record<byte[], OutgoingRecord> outgoing(byte[] key, OutgoingRecord value, Record<byte[], byte[]> source) {
        Record<byte[], OutgoingRecord> outgoing = new Record<>(key, value, source.timestamp(), source.headers());
        Headers headers = outgoing.headers(); // Its own: a record copies those that it is given.
        headers.remove(DeliveryHeaders.OUTPUT);
        if (named) {
            headers.add(DeliveryHeaders.OUTPUT, id.getBytes(StandardCharsets.UTF_8));
        }
        return outgoing;
    }
}
