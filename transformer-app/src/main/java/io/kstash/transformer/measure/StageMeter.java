package io.kstash.transformer.measure;

import io.kstash.engine.EventSink;
import io.kstash.engine.Stage;
import io.kstash.event.Event;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what comes to a stage and what leaves it, and times one call of some. Thread-safe. */
final class StageMeter {
    /** Looking at the clock takes longer than a simple filter. */
    private static final int CALLS_FOR_ONE_TIMED = 32;

    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();
    private final LongAdder timedEvents = new LongAdder();
    private final LongAdder timedNanos = new LongAdder();

    /** Not exact where several threads count, which it need not be. */
    private int calls;

    List<Event> measure(Stage stage, List<Event> events, EventSink sink) {
        int before = events.size();
        boolean timed = before > 0 && calls++ % CALLS_FOR_ONE_TIMED == 0;
        long start = timed ? System.nanoTime() : 0;
        List<Event> through = stage.process(events, sink);
        if (timed) {
            timedNanos.add(System.nanoTime() - start);
            timedEvents.add(before);
        }
        in.add(before);
        out.add(through.size());
        return through;
    }

    long in() {
        return in.sum();
    }

    long out() {
        return out.sum();
    }

    /** What an event takes in the mean, in nanoseconds; 0 as long as nothing came. */
    long nanosAnEvent() {
        long events = timedEvents.sum();
        return events == 0 ? 0 : timedNanos.sum() / events;
    }
}
