package io.kstash.delivery;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for room at a destination that is full: nothing is read meanwhile, but the process stays in its group. For the
 * consumer's thread, but for {@link #waitingFor()}.
 */
final class RoomWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Consumer<?, ?> consumer;
    private volatile @Nullable String waitingFor;
    private long lastAttemptNanos;

    RoomWatch(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** What has no room. For any thread. */
    Optional<String> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    boolean isWaiting() {
        return waitingFor != null;
    }

    /** Whether there is room, or nobody has looked for a while. */
    boolean isWorthATry() {
        return !isWaiting() || System.nanoTime() - lastAttemptNanos >= PAUSE_NANOS;
    }

    /** A write found no room. */
    void full(DestinationFullException found) {
        if (!isWaiting()) {
            LOG.warn("{}. Nothing is lost: it goes on when there is room", found.getMessage());
        }
        waitingFor = found.getMessage();
        lastAttemptNanos = System.nanoTime();
    }

    /** Keeps the client from reading; also partitions that are new. */
    void holdBack() {
        if (isWaiting()) {
            consumer.pause(consumer.assignment());
        }
    }

    /**
     * A write succeeded.
     *
     * @param resume lets the client read again
     */
    void written(Runnable resume) {
        if (isWaiting()) {
            LOG.info("There is room again: it goes on");
            waitingFor = null;
            resume.run();
        }
    }
}
