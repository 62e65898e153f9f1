package io.kstash.up;

import io.kstash.app.FailedException;
import io.kstash.app.TopicCreator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What Kafka knows of the flow: how far topics reach and how far groups have come. For one thread. */
final class FlowTopics {
    private final Admin admin;

    FlowTopics(Admin admin) {
        this.admin = admin;
    }

    /** Creates a topic that does not exist yet. */
    void create(String topic, int partitions) throws InterruptedException {
        NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
        try {
            new TopicCreator(admin).create(wanted);
        } catch (ExecutionException e) {
            throw failed("create topic " + topic, e);
        }
    }

    /** The offset after the last committed record, for each partition of these topics. */
    Map<TopicPartition, Long> ends(Collection<String> topics) throws InterruptedException {
        return offsets(topics, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec spec) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions(topics).stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        Map<TopicPartition, Long> found = new HashMap<>();
        get(
                        "read the ends of " + topics,
                        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all())
                .forEach((partition, info) -> found.put(partition, info.offset()));
        return found;
    }

    private List<TopicPartition> partitions(Collection<String> topics) throws InterruptedException {
        return get("describe " + topics, admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** The offset after the last record that a group has done, where it has done one. */
    Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = Map.of(group, new ListConsumerGroupOffsetsSpec());
        Map<TopicPartition, Long> found = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    admin.listConsumerGroupOffsets(wanted).all().get().getOrDefault(group, Map.of());
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    found.put(partition, offset.offset());
                }
            });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw failed("read the offsets of group " + group, e);
            }
        }
        return found;
    }

    /** Whether a group has done all records that these topics hold now. */
    boolean isCaughtUp(String group, Collection<String> topics) throws InterruptedException {
        Map<TopicPartition, Long> done = offsets(topics, OffsetSpec.earliest());
        done.putAll(committed(group));
        return ends(topics).entrySet().stream().allMatch(end -> done.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static <T> T get(String what, KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failed(what, e);
        }
    }

    private static FailedException failed(String what, ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new FailedException("Kafka could not " + what + ": " + cause.getMessage(), cause);
    }
}
