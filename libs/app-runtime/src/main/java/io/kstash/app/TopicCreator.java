package io.kstash.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates topics that can be written at once. Kafka answers that a topic is created before its partitions have a leader that
 * takes records. A producer that begins in this gap can lose its first batch, be it idempotent or not: the leader refuses
 * that one, takes the next, and refuses the first for ever because it is out of order (KAFKA-15591).
 *
 * <p>Thread-safe if the client is.
 */
public final class TopicCreator {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Admin admin;

    public TopicCreator(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates a topic, unless it is there, and returns when all its partitions take records. This needs the right to see the
     * topic, which whoever may write it has.
     *
     * @throws ExecutionException with Kafka's reason, if it refuses
     * @throws FailedException if Kafka does not show the topic within 15 s
     */
    public TopicDescription create(NewTopic wanted) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
        return awaitLeaders(awaitVisible(wanted.name()));
    }

    /** A broker that is busy shows a new topic some time after it was created. */
    private TopicDescription awaitVisible(String name) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Optional<TopicDescription> topic = find(name);
        while (topic.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            topic = find(name);
        }
        return topic.orElseThrow(() -> new FailedException(
                "Topic " + name + " was created, but Kafka does not show it: was it deleted meanwhile?"));
    }

    /** The topic, if it exists. */
    public Optional<TopicDescription> find(String name) throws ExecutionException, InterruptedException {
        try {
            return Optional.of(admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * Returns when all partitions take records, or after 15 s if some have no leader: a producer waits for those as it does
     * whenever a leader is lost.
     */
    public TopicDescription awaitLeaders(TopicDescription topic) throws ExecutionException, InterruptedException {
        // Only a leader answers this, and the client asks again until one does.
        Map<TopicPartition, OffsetSpec> ends = topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsOptions limited = new ListOffsetsOptions().timeoutMs((int) LIMIT.toMillis());
        try {
            admin.listOffsets(ends, limited).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TimeoutException)) {
                throw failed;
            }
        }
        return topic;
    }
}
