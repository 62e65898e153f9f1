package io.kstash.delivery;

import java.util.function.DoubleSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when Kafka has gone away and when it is back: the client itself waits in silence. For one thread. */
final class ContactWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ContactWatch.class);

    /** More than two of the client's heartbeats. */
    private static final double SILENCE_SECONDS = 6;

    private final String topic;
    private final DoubleSupplier silenceSeconds;
    private boolean away;

    /** @param silenceSeconds since the last contact; less than 0 before the first one */
    ContactWatch(String topic, DoubleSupplier silenceSeconds) {
        this.topic = topic;
        this.silenceSeconds = silenceSeconds;
    }

    /** Watches the heartbeats that a consumer sends to its group. */
    static ContactWatch of(Consumer<?, ?> consumer, String topic) {
        return new ContactWatch(
                topic,
                consumer.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
                        .findFirst()
                        .<DoubleSupplier>map(metric -> () -> seconds(metric))
                        .orElse(() -> -1));
    }

    private static double seconds(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : -1;
    }

    /** Looks now, and logs what has changed. */
    void check() {
        boolean awayNow = silenceSeconds.getAsDouble() > SILENCE_SECONDS;
        if (awayNow && !away) {
            LOG.warn("Kafka does not answer any more, the delivery of {} waits for it", topic);
        } else if (away && !awayNow) {
            LOG.warn("Kafka answers again, the delivery of {} goes on", topic);
        }
        away = awayNow;
    }
}
