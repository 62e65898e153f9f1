package io.kstash.consumer.audit;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaUnavailableException;
import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what was committed to topics, from here to there, in no group. For one thread. */
final class CommittedRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int FETCH_BYTES = 16 * 1024 * 1024;
    private static final int PARTITION_FETCH_BYTES = 4 * 1024 * 1024;
    private static final int RECEIVE_BYTES = 1024 * 1024;
    private static final int FETCH_WAIT_MS = 20;
    private static final int POLL_RECORDS = 10_000;

    private final KafkaClientSettings kafka;
    private final StopSignal stop;
    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;

    /**
     * Opens a client.
     *
     * @param valuesOf the topic whose records are read with their values; those of others have none
     * @param stop ends the reading with a {@link StoppedException}
     * @throws io.kstash.app.UsageException if the user's own client settings do not fit
     */
    CommittedRecords(KafkaClientSettings kafka, String valuesOf, StopSignal stop) {
        this.kafka = kafka;
        this.stop = stop;
        try {
            this.admin = Admin.create(kafka.admin());
            this.consumer =
                    new KafkaConsumer<>(settings(kafka), new ByteArrayDeserializer(), new ValuesOfTopic(valuesOf));
        } catch (KafkaException e) {
            throw KafkaClientSettings.refusal(e);
        }
    }

    private static Properties settings(KafkaClientSettings kafka) {
        Properties settings = kafka.with(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG, "kstash-audit",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES,
                ConsumerConfig.RECEIVE_BUFFER_CONFIG, RECEIVE_BYTES));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // A request that waits for records at the end of a partition holds up all others, also the end of the client.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        // Retention may delete what is about to be read.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return settings;
    }

    /** The topics there are, with their partitions. */
    Map<String, List<PartitionInfo>> topics() {
        return consumer.listTopics();
    }

    /** The first offset that is still there. */
    Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    /** The offset up to which everything was committed or given up. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /** The offset up to which there is anything, committed or not. */
    Map<TopicPartition, Long> written(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest()));
        ListOffsetsOptions all = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> written = new HashMap<>();
        get(admin.listOffsets(wanted, all).all()).forEach((partition, end) -> written.put(partition, end.offset()));
        return written;
    }

    /** What a group has committed, for each partition of a topic; empty where there is no such group. */
    Map<Integer, Long> committed(String group, Collection<TopicPartition> partitions) {
        Map<Integer, Long> committed = new HashMap<>();
        try {
            get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .forEach((partition, offset) -> {
                        if (offset != null && partitions.contains(partition)) {
                            committed.put(partition.partition(), offset.offset());
                        }
                    });
        } catch (GroupIdNotFoundException nobodyDelivered) {
            return Map.of();
        }
        return committed;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /**
     * Lets a moment pass.
     *
     * @throws StoppedException if the stop comes first
     */
    void pause() throws InterruptedException {
        if (stop.await(PAUSE)) {
            throw new StoppedException();
        }
    }

    /**
     * Reads in offset order for each partition.
     *
     * @param from the first offset of each partition
     * @param to the offset after the last one, for the same partitions
     * @throws KafkaUnavailableException if Kafka falls silent for 30 s
     */
    void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> open = new HashMap<>(to);
        open.entrySet().removeIf(end -> from.getOrDefault(end.getKey(), 0L) >= end.getValue());
        consumer.assign(open.keySet());
        open.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        long lastNanos = System.nanoTime();
        while (!open.isEmpty()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> one : records) {
                if (one.offset() < open.getOrDefault(new TopicPartition(one.topic(), one.partition()), 0L)) {
                    reader.accept(one);
                }
            }
            boolean ended = open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ended) {
                pauseOthers(open.keySet());
            }
            if (ended || !records.isEmpty()) {
                lastNanos = System.nanoTime();
            }
            requireGoingOn(lastNanos);
        }
    }

    private void pauseOthers(Set<TopicPartition> open) {
        consumer.pause(consumer.assignment().stream()
                .filter(partition -> !open.contains(partition))
                .toList());
    }

    private void requireGoingOn(long lastNanos) {
        if (stop.isRequested()) {
            throw new StoppedException();
        }
        if (System.nanoTime() - lastNanos > PATIENCE_NANOS) {
            throw new KafkaUnavailableException("Kafka at " + kafka.bootstrapServers() + " does not answer any more: it"
                    + " sent nothing for " + Duration.ofNanos(PATIENCE_NANOS).toSeconds() + " s. Start the audit again"
                    + " when it is back");
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
