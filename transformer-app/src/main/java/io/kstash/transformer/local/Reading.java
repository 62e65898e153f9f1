package io.kstash.transformer.local;

import io.kstash.engine.PlannedInput;
import io.kstash.event.Event;
import io.kstash.transformer.input.EventReceiver;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.LocalInput;
import io.kstash.transformer.input.Surroundings;
import io.kstash.transformer.local.EventFlow.Batch;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One input at work, in a thread of its own. When it fails it asks the others to stop. */
final class Reading implements Callable<Void>, EventReceiver {
    private final PlannedInput<Input> planned;
    private final Surroundings surroundings;
    private final EventFlow flow;
    private final Batch batch = new Batch();

    Reading(PlannedInput<Input> planned, Surroundings surroundings, EventFlow flow) {
        this.planned = planned;
        this.surroundings = surroundings;
        this.flow = flow;
    }

    @Override
    public @Nullable Void call() throws IOException {
        boolean ended = false;
        try {
            ((LocalInput) planned.input()).read(surroundings, this);
            ended = true;
            return null;
        } finally {
            if (!ended) {
                surroundings.stop().request();
            }
        }
    }

    @Override
    public void accept(Event event) throws IOException {
        flow.process(event, planned, batch);
    }

    @Override
    public void flush() throws IOException {
        batch.end();
        flow.flush();
    }
}
