package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.FailedException;
import io.kstash.app.StoppedException;
import io.kstash.event.EventException;
import io.kstash.transformer.client.TopicAdmin;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
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

    private final TopicAdmin admin;
    private final Map<String, Topic> known = new ConcurrentHashMap<>();
    private volatile int inputPartitions = 1;

    TopicDirectory(TopicAdmin admin) {
        this.admin = admin;
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
        Topic topic = topic(admin.ensure(name, inputPartitions, settings));
        known.put(name, topic);
        return topic;
    }

    private Topic topic(TopicDescription found) {
        String largest = admin.setting(found.name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return new Topic(found.name(), found.partitions().size(), Integer.parseInt(largest));
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
    void require(OutgoingRecord record) {
        forEvent(record.topic()).require(record);
    }

    /** The same, but one that does not exist is not created, and takes everything. */
    void requireIfPresent(OutgoingRecord record) {
        String name = record.topic();
        if (!known.containsKey(name)) {
            admin.find(name, "Write").ifPresent(found -> known.put(name, topic(found)));
        }
        Topic topic = known.get(name);
        if (topic != null) {
            topic.require(record);
        }
    }

    /** @param found takes the partition counts of those that exist */
    private Set<String> missing(Collection<String> topics, Map<String, Integer> found) {
        Set<String> missing = new TreeSet<>();
        for (String topic : topics) {
            admin.find(topic, "Read")
                    .ifPresentOrElse(
                            present -> found.put(topic, present.partitions().size()), () -> missing.add(topic));
        }
        return missing;
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
        void require(OutgoingRecord record) {
            long size = RECORD_OVERHEAD + length(record.key()) + length(record.value());
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
