package io.kstash.transformer.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes each record through the pipeline and sends what comes out. Whatever goes wrong with a record makes it a dead letter;
 * nothing stops the flow. One for each task of Kafka Streams, called by its thread alone.
 */
final class PipelineProcessor extends ContextualProcessor<byte[], Bundle, byte[], OutgoingRecord> {
    private final RecordPipeline pipeline;
    private final DeadLetterOutput deadLetters;
    private final Counters counters;
    private final TaskLedger ledger;

    PipelineProcessor(RecordPipeline pipeline, DeadLetterOutput deadLetters, Counters counters, TaskLedger ledger) {
        this.pipeline = pipeline;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.ledger = ledger;
    }

    @Override
    public void init(ProcessorContext<byte[], OutgoingRecord> context) {
        super.init(context);
        ledger.begin(context);
    }

    @Override
    public void close() {
        ledger.discard();
    }

    /** @param bundle has the time for a record without one */
    @Override
    public void process(Record<byte[], Bundle> bundle) {
        for (ConsumerRecord<byte[], byte[]> read : bundle.value().records()) {
            long time = read.timestamp() >= 0 ? read.timestamp() : bundle.timestamp();
            process(
                    new Record<>(read.key(), read.value(), time, read.headers()),
                    new Origin(read.topic(), read.partition(), read.offset()));
        }
    }

    private void process(Record<byte[], byte[]> record, Origin origin) {
        RecordResult result = pipeline.process(record, origin);
        counters.count(result);
        result.failure().ifPresent(failure -> context().forward(deadLetters.record(record, origin, failure)));
        result.records().forEach(context()::forward);
        ledger.add(origin, record.timestamp(), result.outcome());
    }
}
