package io.kstash.up;

import io.kstash.app.KafkaClientSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the records of one run in the input topic, and how far the groups that read it are, from the topic itself and the
 * groups' committed offsets; it believes no app. For one thread.
 */
final class ProgressCounter implements AutoCloseable {
    /** Its value is {@code run/producer/sequence}. */
    static final String PRODUCER_HEADER = "kstash.producer";

    private final String runPrefix;
    private final FlowTopics topics;
    private final Optional<String> deliveries;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, GroupProgress> groups = new TreeMap<>();
    private long sent;

    /**
     * A counter for a run.
     *
     * @param baseline the ends of the input topic before the run
     * @param run the run's id
     * @param groups that read the input topic
     * @param deliveries the topic, and the group that follows it, by which events leave Kafka
     */
    ProgressCounter(
            KafkaClientSettings kafka,
            FlowTopics topics,
            Map<TopicPartition, Long> baseline,
            String run,
            Collection<String> groups,
            Optional<String> deliveries) {
        this.topics = topics;
        this.runPrefix = run + "/";
        this.deliveries = deliveries;
        this.consumer = new KafkaConsumer<>(settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(baseline.keySet());
        baseline.forEach(consumer::seek);
        groups.forEach(group -> this.groups.put(group, new GroupProgress()));
    }

    private static Properties settings(KafkaClientSettings kafka) {
        Properties settings = kafka.with(Map.of());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }

    /** Reads on for a while, and returns what was found since the run began. */
    Progress count(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            consumer.poll(patience).forEach(this::add);
        } while (System.nanoTime() - deadline < 0);
        SortedMap<String, Long> done = new TreeMap<>();
        for (Map.Entry<String, GroupProgress> group : groups.entrySet()) {
            done.put(group.getKey(), group.getValue().upTo(topics.committed(group.getKey())));
        }
        return new Progress(sent, done, isDelivered());
    }

    private boolean isDelivered() throws InterruptedException {
        return deliveries.isEmpty() || topics.isCaughtUp(deliveries.get(), List.of(deliveries.get()));
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (isOfRun(record)) {
            sent++;
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            groups.values().forEach(group -> group.add(partition, record.offset()));
        }
    }

    private boolean isOfRun(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(PRODUCER_HEADER);
        return header != null
                && header.value() != null
                && new String(header.value(), StandardCharsets.UTF_8).startsWith(runPrefix);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** How many of the run's records a group has done. Offsets have gaps, so their difference would be wrong. */
    private static final class GroupProgress {
        private final Map<TopicPartition, Queue<Long>> open = new HashMap<>();
        private long done;

        void add(TopicPartition partition, long offset) {
            open.computeIfAbsent(partition, any -> new ArrayDeque<>()).add(offset);
        }

        long upTo(Map<TopicPartition, Long> committed) {
            open.forEach((partition, offsets) -> {
                long end = committed.getOrDefault(partition, 0L);
                while (!offsets.isEmpty() && offsets.element() < end) {
                    offsets.remove();
                    done++;
                }
            });
            return done;
        }
    }
}
