package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells a person of dead letters: the first at once, and then at most one in ten seconds. Thread-safe. */
final class DeadLetterNotice {
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final Consumer<String> messages;
    private final AtomicLong nextAt = new AtomicLong(System.nanoTime());

    DeadLetterNotice(Consumer<String> messages) {
        this.messages = messages;
    }

    void tell(Origin origin, StageFailure failure, String topic) {
        long now = System.nanoTime();
        long due = nextAt.get();
        if (now - due >= 0 && nextAt.compareAndSet(due, now + PAUSE)) {
            messages.accept(failure.place() + ": " + failure.stage() + ": " + failure.reason() + "; record " + origin
                    + " goes to topic " + topic);
        }
    }
}
