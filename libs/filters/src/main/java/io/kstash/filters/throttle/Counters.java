package io.kstash.filters.throttle;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The counters of all keys. They live as long as the process. Thread-safe. */
final class Counters {
    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);
    /** Logstash cleans up in the background as often as this; here the next event does it. */
    private static final long NANOS_BETWEEN_CLEANUPS = Duration.ofSeconds(5).toNanos();

    private final Map<String, Timeslots> slotsByKey = new HashMap<>();
    private final MemoryLimit limit;
    private final boolean cleansUp;
    private final LongSupplier nanoTime;
    private long lastCleanup;

    /** @param nanoTime a clock for the time between clean-ups */
    Counters(MemoryLimit limit, boolean cleansUp, LongSupplier nanoTime) {
        this.limit = limit;
        this.cleansUp = cleansUp;
        this.nanoTime = nanoTime;
        this.lastCleanup = nanoTime.getAsLong();
    }

    /** Counts an event of that second, and answers how many its key has in the period, itself included. */
    synchronized long count(String key, long period, long second) {
        if (cleansUp && nanoTime.getAsLong() - lastCleanup >= NANOS_BETWEEN_CLEANUPS) {
            cleanUp();
        }
        return slotsByKey.computeIfAbsent(key, first -> new Timeslots(second)).count(second, period, limit.maxAge());
    }

    private void cleanUp() {
        long latest =
                slotsByKey.values().stream().mapToLong(Timeslots::latest).max().orElse(0);
        slotsByKey.values().removeIf(slots -> slots.latest() < latest - limit.maxAge());
        long counters = slotsByKey.values().stream().mapToLong(Timeslots::size).sum();
        if (limit.adapt(counters)) {
            LOG.atWarn()
                    .addKeyValue("counters", counters)
                    .addKeyValue("max_age", limit.maxAge())
                    .log("max_counters changed max_age; choose a key with fewer values, or raise max_counters");
        }
        lastCleanup = nanoTime.getAsLong();
    }
}
