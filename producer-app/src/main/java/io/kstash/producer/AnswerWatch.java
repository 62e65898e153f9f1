package io.kstash.producer;

import java.time.Duration;

/** Notices that Kafka leaves records without an answer. Used by one thread, which has to look often. */
final class AnswerWatch {
    private final SendResults results;
    private long answered;
    private long waitingSinceNanos = System.nanoTime();

    AnswerWatch(SendResults results) {
        this.results = results;
    }

    /** Looks now: how long records have been waiting without an answer to any; zero if none waits. */
    Duration silence() {
        long answeredNow = results.answered();
        if (answeredNow != answered || results.inFlight() == 0) {
            answered = answeredNow;
            waitingSinceNanos = System.nanoTime();
        }
        return Duration.ofNanos(System.nanoTime() - waitingSinceNanos);
    }
}
