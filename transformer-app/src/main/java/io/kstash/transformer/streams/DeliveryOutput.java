package io.kstash.transformer.streams;

import io.kstash.delivery.DeliveryHeaders;
import io.kstash.event.Event;
import io.kstash.ledger.LedgerOutput;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.output.FilePaths;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Events for a destination outside of Kafka: encoded here, in the transaction, and written by a delivery later. */
final class DeliveryOutput implements EventOutput {
    private static final String PRODUCER = "kstash.producer";

    private final String topic;
    private final byte[] outputId;
    private final LedgerOutput destination;
    private final Encoder encoder;
    private final Optional<FilePaths> paths;

    /**
     * An output.
     *
     * @param topic the pipeline's deliveries
     * @param destination as the ledger names it, with the id of the output
     * @param paths of the files; absent where no event decides it
     */
    DeliveryOutput(String topic, LedgerOutput destination, Encoder encoder, Optional<FilePaths> paths) {
        this.topic = topic;
        this.outputId = destination.id().getBytes(StandardCharsets.UTF_8);
        this.destination = destination;
        this.encoder = encoder;
        this.paths = paths;
    }

    @Override
    public OutgoingRecord record(Event event, SourceRecord source) {
        Headers headers = new RecordHeaders();
        headers.add(DeliveryHeaders.OUTPUT, outputId);
        paths.ifPresent(files ->
                headers.add(DeliveryHeaders.PATH, files.of(event).toString().getBytes(StandardCharsets.UTF_8)));
        Header producer = source.headers().lastHeader(PRODUCER);
        if (producer != null) {
            headers.add(producer);
        }
        return OutgoingRecord.like(source, topic, encoder.encode(event), headers);
    }

    @Override
    public LedgerOutput destination(OutgoingRecord record) {
        return destination;
    }
}
