package io.kstash.transformer.streams;

import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.engine.StageFailure;
import io.kstash.engine.UndecidableRouteException;
import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.language.source.SourceSpan;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import io.kstash.plugin.DecodedEvents;
import io.kstash.plugin.Decoder;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.input.KafkaMetadata;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.streams.DeadLetterPolicy.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the records of an input through the pipeline: decode, filter, route, encode. Not thread-safe. */
final class RecordPipeline {
    /** Why a record is dropped that no filter sees. */
    static final String NO_EVENT = "no event";

    /** Or one that only a topic could take. */
    static final String NO_VALUE = "no value";

    private final PlannedInput<Input> planned;
    private final KafkaInput input;
    private final Pipeline<Input, Output> pipeline;
    private final Map<String, EventOutput> outputs;
    private final Consumer<OutgoingRecord> outputCheck;
    private final DeadLetterPolicy policy;
    private final EventTime time;
    private final Decoder decoder;
    private final SourceHeader sourceHeader = new SourceHeader();
    private final Outcome.Builder outcome = new Outcome.Builder();

    /**
     * A pipeline for one sequence of records.
     *
     * @param outputs by the id of the output; one that takes nothing is not among them
     * @param outputCheck throws an EventException for what a topic does not take
     */
    RecordPipeline(
            PlannedInput<Input> planned,
            Pipeline<Input, Output> pipeline,
            Map<String, EventOutput> outputs,
            Consumer<OutgoingRecord> outputCheck,
            DeadLetterPolicy policy,
            EventTime time) {
        this.planned = planned;
        this.input = (KafkaInput) planned.input();
        this.pipeline = pipeline;
        this.outputs = outputs;
        this.outputCheck = outputCheck;
        this.policy = policy;
        this.time = time;
        this.decoder = input.codec().newDecoder();
    }

    /** What becomes of a record. Nothing is sent, and nothing is thrown for the sake of the record. */
    RecordResult process(SourceRecord record) {
        Work work = new Work(record);
        byte[] value = record.value();
        if (value == null) {
            work.passTombstone();
        } else {
            work.run(value);
        }
        return work.result();
    }

    /** The work on one record. */
    private final class Work implements EventSink {
        private final SourceRecord source;
        private final List<OutgoingRecord> records = new ArrayList<>(outputs.size());
        private List<String> drops = List.of();
        private int index;
        private @Nullable StageFailure failure;

        Work(SourceRecord source) {
            this.source = source;
        }

        RecordResult result() {
            if (failure == null) {
                return new RecordResult(records, outcome.build(), drops, Optional.empty());
            }
            outcome.deadLetter();
            return new RecordResult(List.of(), outcome.build(), List.of(), Optional.of(failure));
        }

        void run(byte[] value) {
            Decoded decoded = new Decoded();
            decoder.decode(value, time.of(source), decoded);
            if (failure == null) {
                decoded.events.forEach(this::decoded);
                if (decoded.events.isEmpty()) {
                    drop(NO_EVENT);
                }
            }
        }

        /** Topics can take a record without a value; for all else it is no event. */
        void passTombstone() {
            List<LedgerOutput> taken = new ArrayList<>(outputs.size());
            for (PlannedOutput<Output> each : pipeline.outputs()) {
                EventOutput output = outputs.get(each.id());
                if (output != null) {
                    addTombstone(each, output, taken);
                }
            }
            if (taken.isEmpty()) {
                outcome.dropped();
                drop(NO_VALUE);
            } else {
                outcome.emitted(taken);
            }
        }

        private void decoded(Event event) {
            try {
                input.metadata().decorate(event, coordinates());
                planned.decoration().apply(event);
            } catch (EventException impossible) {
                failed(event, failureAt("input kafka", planned.span(), impossible.getMessage()));
                return;
            }
            pipeline.filter(event, this);
        }

        @Override
        public void passed(Event event) {
            try {
                addRecords(event);
            } catch (UndecidableRouteException undecidable) {
                failed(event, undecidable.failure());
            }
            index++;
        }

        private void addRecords(Event event) {
            List<LedgerOutput> taken = new ArrayList<>(outputs.size());
            for (PlannedOutput<Output> chosen : pipeline.router().route(event)) {
                EventOutput output = outputs.get(chosen.id());
                if (output != null) {
                    addEvent(event, chosen, output, taken);
                }
            }
            outcome.emitted(taken);
        }

        private void addEvent(Event event, PlannedOutput<Output> chosen, EventOutput output, List<LedgerOutput> taken) {
            try {
                add(output.record(event, source), output, taken);
            } catch (EventException impossible) {
                failed(event, failureAt("output", chosen.span(), impossible.getMessage()));
            }
        }

        private void addTombstone(PlannedOutput<Output> each, EventOutput output, List<LedgerOutput> taken) {
            try {
                output.tombstone(source).ifPresent(record -> add(record, output, taken));
            } catch (EventException impossible) {
                fail(failureAt("output", each.span(), impossible.getMessage()));
            }
        }

        private void add(OutgoingRecord record, EventOutput output, List<LedgerOutput> taken) {
            sourceHeader.set(record.headers(), source.origin(), index);
            outputCheck.accept(record);
            records.add(record);
            taken.add(output.destination(record));
        }

        @Override
        public void dropped(Event event, String reason) {
            outcome.dropped();
            drop(reason);
        }

        /** Most records need no list. */
        private void drop(String reason) {
            if (drops.isEmpty()) {
                drops = new ArrayList<>(1);
            }
            drops.add(reason);
        }

        @Override
        public boolean toleratesTimeouts() {
            return policy.onTimeout() == Handling.TAG;
        }

        @Override
        public void failed(Event event, StageFailure reason) {
            fail(reason);
        }

        private void fail(StageFailure reason) {
            if (failure == null) {
                failure = reason;
            }
        }

        private StageFailure failureAt(String stage, SourceSpan where, @Nullable String reason) {
            return new StageFailure(stage, where.start(), String.valueOf(reason));
        }

        private KafkaMetadata.Source coordinates() {
            Origin origin = source.origin();
            return new KafkaMetadata.Source(
                    origin.topic(),
                    input.groupId(),
                    origin.partition(),
                    origin.offset(),
                    source.key(),
                    source.timestamp(),
                    source.headers());
        }

        private final class Decoded implements DecodedEvents {
            private final List<Event> events = new ArrayList<>(1);

            @Override
            public void decoded(Event event) {
                events.add(event);
            }

            @Override
            public void undecodable(Event tagged, String reason) {
                events.add(tagged);
                if (policy.onDecodeError() == Handling.DEAD_LETTER) {
                    failed(tagged, failureAt("codec", planned.span(), reason));
                }
            }
        }
    }
}
