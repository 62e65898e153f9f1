package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.kstash.console.groups.GroupCatalog;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.kafka.PartitionOffsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Watches a transformer and its topics, and remembers the last minutes. Thread-safe. */
final class FlowWatch {
    private static final int MOST_POINTS = 150;

    private final Transformer transformer;
    private final Admin admin;
    private final GroupCatalog groups;
    private final Deque<FlowPoint> history = new ArrayDeque<>();
    private @Nullable FlowSample last;
    private FlowPicture picture = new FlowPicture("away", null, null, List.of());

    FlowWatch(Transformer transformer, KafkaAccess kafka, GroupCatalog groups) {
        this.transformer = transformer;
        this.admin = kafka.admin();
        this.groups = groups;
    }

    /** What was seen last. */
    synchronized FlowPicture picture() {
        return picture;
    }

    /** Has a look. */
    synchronized void look() {
        Optional<JsonNode> health = transformer.health();
        Optional<JsonNode> plan = transformer.plan();
        if (health.isPresent() && plan.isPresent()) {
            remember(health.get(), plan.get());
        }
        picture = new FlowPicture(
                health.map(answer -> answer.path("status").asText()).orElse("away"),
                health.orElse(picture.health()),
                plan.orElse(picture.plan()),
                List.copyOf(history));
    }

    private void remember(JsonNode health, JsonNode plan) {
        List<String> topics = texts(health.path("inputTopics"));
        FlowSample sample = FlowSample.of(plan, end(topics));
        FlowSample before = last;
        last = sample;
        if (before != null) {
            history.add(sample.since(before, groups.lag(health.path("group").asText(), topics)));
            if (history.size() > MOST_POINTS) {
                history.removeFirst();
            }
        }
    }

    private long end(List<String> topics) {
        List<TopicPartition> partitions =
                KafkaAccess.await(admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList();
        return PartitionOffsets.ends(admin, partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
