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
import org.apache.kafka.common.header.internals.RecordHeaders;

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
    public OutgoingRecord record(Event event, SourceRecord source) {
        String topic = output.topic().render(event);
        byte[] value = encoder.encode(event);
        return output.messageKey()
                .map(template -> template.render(event).getBytes(StandardCharsets.UTF_8))
                .map(key -> new OutgoingRecord(
                        topic, source.origin().partition(), true, key, value, source.timestamp(), headers(source)))
                .orElseGet(() -> OutgoingRecord.like(source, topic, value, headers(source)));
    }

    /** Without an event, a topic that depends on one has no name. */
    @Override
    public Optional<OutgoingRecord> tombstone(SourceRecord source) {
        if (!output.topic().isConstant()) {
            return Optional.empty();
        }
        return Optional.of(OutgoingRecord.like(source, output.topic().toString(), null, headers(source)));
    }

    @Override
    public LedgerOutput destination(OutgoingRecord record) {
        return destinations.computeIfAbsent(
                record.topic(), topic -> new LedgerOutput(LedgerOutput.Kind.TOPIC, id, topic));
    }

    /** The source's, except for what another pipeline said of its own output. */
    private Headers headers(SourceRecord source) {
        Headers headers = new RecordHeaders(source.headers());
        headers.remove(DeliveryHeaders.OUTPUT);
        if (named) {
            headers.add(DeliveryHeaders.OUTPUT, id.getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }
}
