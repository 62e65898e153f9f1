package io.kstash.consumer;

import java.io.PrintStream;
import java.util.function.DoubleSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Says when Kafka has gone away and when it is back: the client itself waits in silence. Used by the consumer's thread only.
 */
final class ContactWatch {
    /** More than two of the client's heartbeats, which it sends every three seconds. */
    private static final double SILENCE_SECONDS = 8;

    private final PrintStream err;
    private final DoubleSupplier silenceSeconds;
    private boolean away;

    /** @param silenceSeconds since the last contact; less than 0 before the first one */
    ContactWatch(PrintStream err, DoubleSupplier silenceSeconds) {
        this.err = err;
        this.silenceSeconds = silenceSeconds;
    }

    /** Watches the heartbeats that a consumer sends to its group. */
    static ContactWatch of(Consumer<?, ?> consumer, PrintStream err) {
        return new ContactWatch(
                err,
                consumer.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
                        .findFirst()
                        .<DoubleSupplier>map(metric -> () -> seconds(metric))
                        .orElse(() -> -1));
    }

    private static double seconds(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : -1;
    }

    /** Looks now, and says what has changed. */
    void check() {
        boolean awayNow = silenceSeconds.getAsDouble() > SILENCE_SECONDS;
        if (awayNow != away) {
            err.println(awayNow ? "Kafka does not answer any more, still trying" : "Kafka answers again");
            away = awayNow;
        }
    }
}
