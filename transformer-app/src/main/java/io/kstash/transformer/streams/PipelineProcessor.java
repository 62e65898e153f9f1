package io.kstash.transformer.streams;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes each record through the pipeline and sends what comes out. Whatever goes wrong with a record makes it a dead letter;
 * nothing stops the flow. One for each task of Kafka Streams, called by its thread alone.
 */
final class PipelineProcessor implements Processor<byte[], Bundle, Void, Void> {
    private final RecordPipeline pipeline;
    private final DeadLetterOutput deadLetters;
    private final Counters counters;
    private final TaskLedger ledger;
    private final String name;
    private @Nullable RecordSender sender;

    /** @param name of the processor in the topology */
    PipelineProcessor(
            RecordPipeline pipeline, DeadLetterOutput deadLetters, Counters counters, TaskLedger ledger, String name) {
        this.name = name;
        this.pipeline = pipeline;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.ledger = ledger;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        sender = new RecordSender(context, name);
        ledger.begin(context);
    }

    @Override
    public void close() {
        ledger.discard();
    }

    /** @param bundle has the time for a record without one */
    @Override
    public void process(Record<byte[], Bundle> bundle) {
        RecordSender initialized = Objects.requireNonNull(sender, "initialized");
        Counters.Run counted = counters.run();
        for (ConsumerRecord<byte[], byte[]> read : bundle.value().records()) {
            long time = read.timestamp() >= 0 ? read.timestamp() : bundle.timestamp();
            SourceRecord record = new SourceRecord(Origin.of(read), read.key(), read.value(), time, read.headers());
            counted.count(process(record, initialized));
        }
        counted.end();
    }

    private RecordResult process(SourceRecord record, RecordSender to) {
        RecordResult result = pipeline.process(record);
        result.failure().ifPresent(failure -> to.send(deadLetters.record(record, failure)));
        result.records().forEach(to::send);
        ledger.add(record.origin(), record.timestamp(), result.outcome());
        return result;
    }
}
