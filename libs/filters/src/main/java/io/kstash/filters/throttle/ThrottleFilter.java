package io.kstash.filters.throttle;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;

/** Counts an event, and has matched where the count is out of bounds. */
record ThrottleFilter(Template key, Template period, Bounds bounds, Counters counters) implements Filter {
    private static final long DEFAULT_PERIOD = 60;

    @Override
    public Outcome filter(Event event) {
        long count = counters.count(key.render(event), periodOf(event), secondOf(event));
        return bounds.excludes(count) ? Outcome.MATCHED : Outcome.UNMATCHED;
    }

    private long periodOf(Event event) {
        long seconds = RubyText.toI(period.render(event));
        return seconds == 0 ? DEFAULT_PERIOD : seconds;
    }

    private static long secondOf(Event event) {
        Timestamp time = event.timestamp();
        if (time == null) {
            throw new EventException("throttle counts by @timestamp, and the event has none");
        }
        return time.instant().getEpochSecond();
    }
}
