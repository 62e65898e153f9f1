package io.kstash.benchmarks.kafka;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.TopicCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The topics of the benchmarks, all with as many partitions. Thread-safe. */
public final class Topics implements AutoCloseable {
    private final String bootstrapServers;
    private final int partitions;
    private final Admin admin;

    /** @param partitions of each topic */
    public Topics(String bootstrapServers, int partitions) {
        this.bootstrapServers = bootstrapServers;
        this.partitions = partitions;
        this.admin = Admin.create(KafkaClientSettings.of(bootstrapServers).admin());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates it, empty. */
    public void create(String topic) throws InterruptedException {
        NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
        try {
            new TopicCreator(admin).create(wanted);
        } catch (ExecutionException e) {
            throw new FailedException("Kafka could not create " + topic + ": " + e.getMessage(), e);
        }
    }

    /**
     * The offsets after the last committed records of all partitions, summed up; offsets count the marks of transactions, too.
     */
    public long end(String topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return get(
                        "read the end of " + topic,
                        admin.listOffsets(latest, committed).all())
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** How many committed records there are; reads all of them. */
    public long count(String topic) throws InterruptedException {
        long end = end(topic);
        long count = 0;
        try (Consumer<byte[], byte[]> consumer = TunedClients.consumer(bootstrapServers, topic)) {
            while (position(consumer) < end) {
                count += consumer.poll(TunedClients.POLL_LIMIT).count();
            }
        }
        return count;
    }

    private static long position(Consumer<?, ?> consumer) {
        return consumer.assignment().stream().mapToLong(consumer::position).sum();
    }

    /** Deletes all topics but these and Kafka's own. */
    public void deleteAllBut(Set<String> kept) throws InterruptedException {
        List<String> others = get("list topics", admin.listTopics().names()).stream()
                .filter(topic -> !kept.contains(topic))
                .toList();
        get("delete topics", admin.deleteTopics(others).all());
    }

    private static <T> T get(String what, KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new FailedException("Kafka could not " + what + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
