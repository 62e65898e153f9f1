package io.kstash.app;

import java.util.function.DoubleSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/** Says when Kafka has gone away and when it is back: the client itself waits in silence. For one thread. */
public final class ContactWatch {
    /** More than two of the client's heartbeats, which it sends every three seconds. */
    private static final double SILENCE_SECONDS = 8;

    private final java.util.function.Consumer<String> messages;
    private final DoubleSupplier silenceSeconds;
    private boolean away;

    /** @param silenceSeconds since the last contact; less than 0 before the first one */
    ContactWatch(java.util.function.Consumer<String> messages, DoubleSupplier silenceSeconds) {
        this.messages = messages;
        this.silenceSeconds = silenceSeconds;
    }

    /**
     * Watches the heartbeats that a consumer sends to its group.
     *
     * @param messages takes what there is to say
     */
    public static ContactWatch of(Consumer<?, ?> consumer, java.util.function.Consumer<String> messages) {
        return new ContactWatch(
                messages,
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
    public void check() {
        boolean awayNow = silenceSeconds.getAsDouble() > SILENCE_SECONDS;
        if (awayNow != away) {
            messages.accept(awayNow ? "Kafka does not answer any more, still trying" : "Kafka answers again");
            away = awayNow;
        }
    }
}
