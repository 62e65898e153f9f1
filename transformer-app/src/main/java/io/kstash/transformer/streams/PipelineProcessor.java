package io.kstash.transformer.streams;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Takes each record through the pipeline and sends what comes out. Whatever goes wrong with a record makes it a dead letter;
 * nothing stops the flow. One for each task of Kafka Streams, called by its thread alone.
 */
final class PipelineProcessor extends ContextualProcessor<byte[], byte[], byte[], OutgoingRecord> {
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

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = origin();
        RecordResult result = pipeline.process(record, origin);
        counters.count(result.outcome());
        counters.age.record(System.currentTimeMillis() - record.timestamp());
        result.failure().ifPresent(failure -> context().forward(deadLetters.record(record, origin, failure)));
        result.records().forEach(context()::forward);
        ledger.add(origin, result.outcome());
    }

    private Origin origin() {
        RecordMetadata metadata = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record of a topic has coordinates"));
        return new Origin(metadata.topic(), metadata.partition(), metadata.offset());
    }
}
