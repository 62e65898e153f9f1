package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.FailedException;
import io.kstash.app.StoppedException;
import io.kstash.event.EventException;
import java.time.Duration;
import java.util.Collection;
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
    private final Map<String, Topic> known = new ConcurrentHashMap<>();
    private volatile int inputPartitions = 1;

    TopicDirectory(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns when all of these topics exist, and says once that it waits for them.
     *
     * @throws StoppedException if the app is asked to stop meanwhile
     */
    void awaitInputs(Collection<String> topics, AppContext app) throws InterruptedException {
        Set<String> missing = missing(topics);
        if (!missing.isEmpty()) {
            app.err().println("Waiting for topic " + String.join(", ", missing) + " to be created");
        }
        while (!missing.isEmpty()) {
            if (app.stop().await(PAUSE)) {
                throw new StoppedException();
            }
            missing = missing(topics);
        }
        inputPartitions = known.values().stream()
                .filter(topic -> topics.contains(topic.name))
                .mapToInt(Topic::partitions)
                .max()
                .orElse(1);
    }

    /** Creates a topic with as many partitions as the input has, unless it is there. */
    Topic ensure(String name, Map<String, String> settings) {
        Topic present = known.get(name);
        if (present != null) {
            return present;
        }
        NewTopic wanted = new NewTopic(name, Optional.of(inputPartitions), Optional.empty()).configs(settings);
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw cannot("create topic " + name, failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted while creating topic " + name, stopped);
        }
        return awaitVisible(name);
    }

    /** A broker that is busy shows a new topic some time after it was created. */
    private Topic awaitVisible(String name) {
        long deadline = System.nanoTime() + VISIBLE_LIMIT.toNanos();
        Optional<Topic> topic = describe(name);
        while (topic.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            topic = describe(name);
        }
        return topic.orElseThrow(() -> new FailedException(
                "Topic " + name + " was created, but Kafka does not show it: was it deleted meanwhile?"));
    }

    /**
     * The topic, created if it does not exist.
     *
     * @throws EventException where an event named a topic that cannot be
     */
    Topic forEvent(String name) {
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

    private Set<String> missing(Collection<String> topics) {
        Set<String> missing = new TreeSet<>();
        for (String topic : topics) {
            if (describe(topic).isEmpty()) {
                missing.add(topic);
            }
        }
        return missing;
    }

    private Optional<Topic> describe(String name) {
        try {
            int partitions = only(admin.describeTopics(List.of(name)).allTopicNames())
                    .partitions()
                    .size();
            Topic topic = new Topic(name, partitions, largestRecord(name));
            known.put(name, topic);
            return Optional.of(topic);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw cannot("describe topic " + name, failed);
        }
    }

    private int largestRecord(String name) throws ExecutionException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        String limit = only(admin.describeConfigs(List.of(topic)).all())
                .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                .value();
        return Integer.parseInt(limit);
    }

    /** The one answer to a question about one thing. */
    private static <T> T only(KafkaFuture<? extends Map<?, T>> answer) throws ExecutionException {
        try {
            return answer.get().values().iterator().next();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted while asking Kafka", stopped);
        }
    }

    private static FailedException cannot(String what, ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return new FailedException("Cannot " + what + ": " + cause.getMessage(), cause);
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
