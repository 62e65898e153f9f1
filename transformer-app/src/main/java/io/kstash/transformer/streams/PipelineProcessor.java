package io.kstash.transformer.streams;

import io.kstash.delivery.DeliveryHeaders;
import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.engine.StageFailure;
import io.kstash.engine.UndecidableRouteException;
import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Decoder;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.input.KafkaMetadata;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Takes a record through the pipeline: decode, filter, route, encode. Whatever goes wrong with a record becomes a dead
 * letter; nothing stops the flow. One for each task of Kafka Streams, called by its thread alone.
 */
final class PipelineProcessor extends ContextualProcessor<byte[], byte[], byte[], OutgoingRecord> {
    private final PlannedInput<Input> planned;
    private final KafkaInput input;
    private final Pipeline<Input, Output> pipeline;
    private final Map<String, EventOutput> outputs;
    private final TopicDirectory topics;
    private final DeadLetterOutput deadLetters;
    private final Counters counters;
    private final Decoder decoder;

    /** @param outputs by the id of the output; one that takes nothing is not among them */
    PipelineProcessor(
            PlannedInput<Input> planned,
            Pipeline<Input, Output> pipeline,
            Map<String, EventOutput> outputs,
            TopicDirectory topics,
            DeadLetterOutput deadLetters,
            Counters counters) {
        this.planned = planned;
        this.input = (KafkaInput) planned.input();
        this.pipeline = pipeline;
        this.outputs = outputs;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.decoder = input.codec().newDecoder();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        counters.read.increment();
        RecordMetadata metadata = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record of a topic has coordinates"));
        Work work = new Work(record, new Origin(metadata.topic(), metadata.partition(), metadata.offset()));
        if (record.value() == null) {
            work.passTombstone();
        } else {
            work.run();
        }
    }

    /** The work on one record. */
    private final class Work implements EventSink {
        private final Record<byte[], byte[]> source;
        private final Origin origin;
        private int index;

        Work(Record<byte[], byte[]> source, Origin origin) {
            this.source = source;
            this.origin = origin;
        }

        void run() {
            List<Event> events = new ArrayList<>(1);
            decoder.decode(source.value(), Timestamp.ofEpochMilli(source.timestamp()), events::add);
            if (events.isEmpty()) {
                counters.dropped.increment();
            }
            events.forEach(this::decoded);
        }

        /** Topics can take a record without a value; for all else it is no event. */
        void passTombstone() {
            boolean passed = false;
            for (PlannedOutput<Output> output : pipeline.outputs()) {
                if (output.output() instanceof KafkaOutput topic
                        && topic.topic().isConstant()) {
                    OutgoingRecord tombstone =
                            new OutgoingRecord(topic.topic().toString(), origin.partition(), false, null);
                    send(new Record<>(
                            source.key(), tombstone, source.timestamp(), new RecordHeaders(source.headers())));
                    passed = true;
                }
            }
            (passed ? counters.emitted : counters.dropped).increment();
        }

        private void decoded(Event event) {
            try {
                input.metadata().decorate(event, coordinates());
                planned.decoration().apply(event);
            } catch (EventException failure) {
                failed(event, failureAt("input kafka", failure));
                return;
            }
            pipeline.filter(event, this);
        }

        @Override
        public void passed(Event event) {
            try {
                List<Record<byte[], OutgoingRecord>> records = records(event);
                records.forEach(this::send);
                (records.isEmpty() ? counters.notSelected : counters.emitted).increment();
            } catch (UndecidableRouteException undecidable) {
                failed(event, undecidable.failure());
            } catch (EventException failure) {
                failed(event, failureAt("output", failure));
            }
            index++;
        }

        /** All or none: an event that one output cannot take goes to no other. */
        private List<Record<byte[], OutgoingRecord>> records(Event event) {
            List<Record<byte[], OutgoingRecord>> records = new ArrayList<>(outputs.size());
            for (PlannedOutput<Output> chosen : pipeline.router().route(event)) {
                EventOutput output = outputs.get(chosen.id());
                if (output != null) {
                    Record<byte[], OutgoingRecord> record = output.record(event, source, origin);
                    SourceHeader.set(record.headers(), DeliveryHeaders.SOURCE, origin, index);
                    topics.forEvent(record.value().topic()).require(record);
                    records.add(record);
                }
            }
            return records;
        }

        @Override
        public void dropped(Event event, String reason) {
            counters.dropped.increment();
        }

        @Override
        public void failed(Event event, StageFailure failure) {
            counters.deadLetters.increment();
            send(deadLetters.record(source, origin, failure));
        }

        private void send(Record<byte[], OutgoingRecord> record) {
            context().forward(record);
        }

        private StageFailure failureAt(String stage, EventException failure) {
            return new StageFailure(stage, planned.span().start(), String.valueOf(failure.getMessage()));
        }

        private KafkaMetadata.Source coordinates() {
            return new KafkaMetadata.Source(
                    origin.topic(),
                    input.groupId(),
                    origin.partition(),
                    origin.offset(),
                    source.key(),
                    source.timestamp(),
                    source.headers());
        }
    }
}
