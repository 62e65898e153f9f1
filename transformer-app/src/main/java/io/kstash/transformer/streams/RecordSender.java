package io.kstash.transformer.streams;

import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;

/**
 * Sends records as a sink of Kafka Streams does: by its producer, in its transaction, and with what it does where that fails.
 * What a sink does besides, measures under locks and two contexts for each record, is left out. For the thread of one task.
 */
final class RecordSender {
    private static final Serializer<byte[]> KEY = new ByteArraySerializer();
    private static final Serializer<OutgoingRecord> VALUE = (topic, record) -> record.value();
    private static final SourcePartitioner PARTITIONER = new SourcePartitioner();

    private final InternalProcessorContext<Void, Void> context;
    private final RecordCollector collector;
    private final String processor;

    /**
     * A sender for a task.
     *
     * @param processor its name, for messages of Kafka Streams
     */
    @SuppressWarnings("unchecked") // nothing is forwarded
    RecordSender(ProcessingContext context, String processor) {
        this.context = (InternalProcessorContext<Void, Void>) context;
        this.collector = ((RecordCollector.Supplier) context).recordCollector();
        this.processor = processor;
    }

    void send(OutgoingRecord record) {
        collector.send(
                record.topic(),
                record.key(),
                record,
                record.headers(),
                record.timestamp(),
                KEY,
                VALUE,
                processor,
                context,
                PARTITIONER);
    }
}
