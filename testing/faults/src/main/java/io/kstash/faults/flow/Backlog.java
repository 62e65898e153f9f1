package io.kstash.faults.flow;

import java.util.OptionalLong;

/** What is still to be done of what was sent, as the committed offsets of each group say. */
final class Backlog {
    private static final String PIPELINE_GROUP = "faults";
    private static final String DELIVERIES = "faults-deliveries";

    private final KafkaAccess kafka;
    private final int partitions;

    /** @param partitions of all topics */
    Backlog(KafkaAccess kafka, int partitions) {
        this.kafka = kafka;
        this.partitions = partitions;
    }

    /** The transformers have read all of the input. */
    boolean isTransformed() throws InterruptedException {
        return hasLag(PIPELINE_GROUP, FlowApps.INPUT, 0);
    }

    /** All that leaves Kafka is written, but for the last transaction at the most, which a clean stop writes. */
    boolean isDelivered() throws InterruptedException {
        return hasLag(DELIVERIES, DELIVERIES, partitions); // The marker of each last transaction may count as one.
    }

    /** The consumer has read all of the output. */
    boolean isConsumed() throws InterruptedException {
        return hasLag(FlowApps.CONSUMER_GROUP, FlowApps.OUTPUT, partitions);
    }

    private boolean hasLag(String group, String topic, long most) throws InterruptedException {
        OptionalLong lag = kafka.lag(group, topic);
        return lag.isPresent() && lag.getAsLong() <= most;
    }
}
