package io.kstash.transformer.local;

import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.engine.StageFailure;
import io.kstash.engine.UndecidableRouteException;
import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.output.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Takes events through the filters to the outputs and counts them. Thread-safe: one event goes at a time. */
final class EventFlow implements EventSink {
    private final Pipeline<Input, Output> pipeline;
    private final LocalOutputs outputs;
    private final Tally tally;
    private final Consumer<String> reports;
    private Batch batch = new Batch();

    EventFlow(Pipeline<Input, Output> pipeline, LocalOutputs outputs, Tally tally, Consumer<String> reports) {
        this.pipeline = pipeline;
        this.outputs = outputs;
        this.tally = tally;
        this.reports = reports;
    }

    /** Takes the next event that an input has read. */
    synchronized void process(Event event, PlannedInput<Input> input, Batch ofInput) throws IOException {
        tally.read.increment();
        batch = ofInput;
        batch.add();
        try {
            if (decorated(event, input)) {
                pipeline.filter(event, this);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private boolean decorated(Event event, PlannedInput<Input> input) {
        try {
            input.decoration().apply(event);
            return true;
        } catch (EventException failure) {
            failed(event, new StageFailure(input.id(), input.span().start(), String.valueOf(failure.getMessage())));
            return false;
        }
    }

    @Override
    public void passed(Event event) {
        if (batch.isLost()) {
            tally.failed.increment();
            return;
        }
        try {
            List<PlannedOutput<Output>> chosen = pipeline.router().route(event);
            chosen.forEach(output -> write(output, event));
            tally.emitted.increment();
        } catch (UndecidableRouteException undecidable) {
            batch.lose();
            failed(event, undecidable.failure());
            reports.accept("The rest of its batch is left out as well, as Logstash does");
        } catch (EventException unwritable) {
            tally.failed.increment();
            reports.accept("An event cannot be written: " + unwritable.getMessage());
        }
    }

    private void write(PlannedOutput<Output> output, Event event) {
        try {
            outputs.write(output, event);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void dropped(Event event, String reason) {
        tally.dropped.increment();
    }

    @Override
    public void failed(Event event, StageFailure failure) {
        tally.failed.increment();
        reports.accept(failure.describe());
    }

    /** Returns once all events so far are written. */
    synchronized void flush() throws IOException {
        outputs.flush();
    }

    /**
     * Events that Logstash would work on together: those that an input delivers between two flushes, at most 125. When an
     * output's condition cannot be evaluated for an event, Logstash loses the rest of the batch, and so does this.
     */
    static final class Batch {
        private static final int MOST_EVENTS = 125;

        private int events;
        private boolean lost;

        void add() {
            if (events == MOST_EVENTS) {
                end();
            }
            events++;
        }

        void end() {
            events = 0;
            lost = false;
        }

        void lose() {
            lost = true;
        }

        boolean isLost() {
            return lost;
        }
    }
}
