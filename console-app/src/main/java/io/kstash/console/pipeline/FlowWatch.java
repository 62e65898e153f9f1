package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.kstash.console.groups.GroupCatalog;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.kafka.PartitionOffsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Watches transformers and their topics, and remembers the last minutes. Thread-safe. */
final class FlowWatch {
    private static final int MOST_POINTS = 150;

    private final Transformers transformers;
    private final Admin admin;
    private final GroupCatalog groups;
    private final Deque<FlowPoint> history = new ArrayDeque<>();
    private @Nullable FlowSample last;
    private FlowPicture picture = new FlowPicture("away", 0, null, null, List.of());

    FlowWatch(Transformers transformers, KafkaAccess kafka, GroupCatalog groups) {
        this.transformers = transformers;
        this.admin = kafka.admin();
        this.groups = groups;
    }

    /** What was seen last. */
    synchronized FlowPicture picture() {
        return picture;
    }

    /** How many records wait, whether or not a transformer runs; 0 as long as none was seen. */
    synchronized long lag() {
        return history.isEmpty() ? 0 : history.getLast().lag();
    }

    /** Has a look. While no transformer answers, what the last one told of its topics tells what to look at. */
    synchronized void look() {
        Optional<JsonNode> answer = transformers.health();
        JsonNode health = answer.orElse(picture.health());
        Optional<JsonNode> told = transformers.plan();
        JsonNode plan = told.orElse(picture.plan());
        long asOf = told.isPresent() ? System.currentTimeMillis() : picture.asOf();
        String status = answer.map(tells -> tells.path("status").asText()).orElse("away");
        try {
            if (health != null && plan != null) {
                remember(health, plan);
            }
        } finally { // Where Kafka does not answer, the transformer may.
            picture = new FlowPicture(status, asOf, health, plan, List.copyOf(history));
        }
    }

    private void remember(JsonNode health, JsonNode plan) {
        Set<String> topics = existing(texts(health.path("inputTopics")));
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

    /** The topics that these names and patterns stand for. */
    private Set<String> existing(List<String> inputs) {
        Set<String> names = KafkaAccess.await(admin.listTopics().names());
        return inputs.stream()
                .flatMap(input -> names.contains(input)
                        ? Stream.of(input)
                        : names.stream().filter(name -> name.matches(input)))
                .collect(Collectors.toSet());
    }

    private long end(Set<String> topics) {
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
