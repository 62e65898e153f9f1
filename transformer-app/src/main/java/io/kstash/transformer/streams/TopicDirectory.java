package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.StoppedException;
import io.kstash.event.EventException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a cluster as far as a pipeline has to do with them: waits for those that it reads, creates those that it
 * writes, and knows how large a record each takes. Kafka Streams stalls in silence where a topic is missing, so every
 * topic is looked at before a record is sent there. Thread-safe.
 */
final class TopicDirectory {
    /** What a batch of one record costs beyond its key, value and headers, at the most. */
    private static final long RECORD_OVERHEAD = 61L + 21L;

    private static final long HEADER_OVERHEAD = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(15);

    private final Admin admin;
    private final KafkaClientSettings client;
    private final Map<String, Topic> known = new ConcurrentHashMap<>();
    private volatile int inputPartitions = 1;

    /** @param client of whom the admin client is */
    TopicDirectory(Admin admin, KafkaClientSettings client) {
        this.admin = admin;
        this.client = client;
    }

    /**
     * Returns when all of these topics exist, and says once that it waits for them.
     *
     * @throws StoppedException if the app is asked to stop meanwhile
     */
    void awaitInputs(Collection<String> topics, AppContext app) throws InterruptedException {
        Map<String, Integer> partitions = new HashMap<>();
        Set<String> missing = missing(topics, partitions);
        if (!missing.isEmpty()) {
            app.err().println("Waiting for topic " + String.join(", ", missing) + " to be created");
        }
        while (!missing.isEmpty()) {
            if (app.stop().await(PAUSE)) {
                throw new StoppedException();
            }
            missing = missing(topics, partitions);
        }
        inputPartitions =
                partitions.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** Creates a topic with as many partitions as the input has, unless it is there. */
    Topic ensure(String name, Map<String, String> settings) {
        Topic present = known.get(name);
        if (present != null) {
            return present;
        }
        // Asked first: who may only write needs no right to create a topic that is there.
        int partitions = partitions(name, "Write").orElseGet(() -> create(name, settings));
        Topic topic = new Topic(name, partitions, largestRecord(name));
        known.put(name, topic);
        return topic;
    }

    private int create(String name, Map<String, String> settings) {
        NewTopic wanted = new NewTopic(name, Optional.of(inputPartitions), Optional.empty()).configs(settings);
        try {
            await(admin.createTopics(List.of(wanted)).all());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw cannot("create", "Create", name, failed);
            }
        }
        return awaitVisible(name);
    }

    /** A broker that is busy shows a new topic some time after it was created. */
    private int awaitVisible(String name) {
        long deadline = System.nanoTime() + VISIBLE_LIMIT.toNanos();
        Optional<Integer> partitions = partitions(name, "Write");
        while (partitions.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            partitions = partitions(name, "Write");
        }
        return partitions.orElseThrow(() -> new FailedException(
                "Topic " + name + " was created, but Kafka does not show it: was it deleted meanwhile?"));
    }

    /**
     * The topic, created if it does not exist.
     *
     * @throws EventException where an event named a topic that cannot be
     */
    private Topic forEvent(String name) {
        Topic present = known.get(name);
        if (present != null) {
            return present;
        }
        try {
            return ensure(name, Map.of());
        } catch (FailedException impossible) {
            throw new EventException(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    /**
     * Checks that a record's topic takes it; a topic that does not exist is created.
     *
     * @throws EventException where it does not, or cannot be
     */
    void require(Record<byte[], OutgoingRecord> record) {
        forEvent(record.value().topic()).require(record);
    }

    /** @param found takes the partition counts of those that exist */
    private Set<String> missing(Collection<String> topics, Map<String, Integer> found) {
        Set<String> missing = new TreeSet<>();
        for (String topic : topics) {
            Optional<Integer> partitions = partitions(topic, "Read");
            partitions.ifPresentOrElse(count -> found.put(topic, count), () -> missing.add(topic));
        }
        return missing;
    }

    /** @param operation for which the topic is looked at: whoever has that right may look, too */
    private Optional<Integer> partitions(String name, String operation) {
        try {
            return Optional.of(only(admin.describeTopics(List.of(name)).allTopicNames())
                    .partitions()
                    .size());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw cannot("describe", operation, name, failed);
        }
    }

    private int largestRecord(String name) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try {
            String limit = only(admin.describeConfigs(List.of(topic)).all())
                    .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                    .value();
            return Integer.parseInt(limit);
        } catch (ExecutionException failed) {
            throw cannot("describe", "DescribeConfigs", name, failed);
        }
    }

    /** The one answer to a question about one thing. */
    private static <T> T only(KafkaFuture<? extends Map<?, T>> answer) throws ExecutionException {
        return await(answer).values().iterator().next();
    }

    private static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted while asking Kafka", stopped);
        }
    }

    /** @param operation the right that is lacking if Kafka refuses the request */
    private AppException cannot(String verb, String operation, String topic, ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return KafkaRefusal.of(client, operation)
                .explain(cause, topic)
                .orElseGet(() ->
                        new FailedException("Cannot " + verb + " topic " + topic + ": " + cause.getMessage(), cause));
    }

    /**
     * A topic that exists.
     *
     * @param largestRecord in bytes, with keys and headers; a record may be compressed, but is measured as it is
     */
    record Topic(String name, int partitions, int largestRecord) {
        /**
         * Checks that a record is not too large.
         *
         * @throws EventException with both sizes
         */
        void require(Record<byte[], OutgoingRecord> record) {
            long size = RECORD_OVERHEAD
                    + length(record.key())
                    + length(record.value().value());
            for (var header : record.headers()) {
                size += HEADER_OVERHEAD;
                size += header.key().length();
                size += length(header.value());
            }
            if (size > largestRecord) {
                throw new EventException("The record has " + size + " bytes, and topic " + name + " takes "
                        + largestRecord + " (its max.message.bytes)");
            }
        }

        private static int length(byte @Nullable [] bytes) {
            return bytes == null ? 0 : bytes.length;
        }
    }
}
