package io.kstash.transformer.deadletters;

import io.kstash.app.AppContext;
import io.kstash.app.ContactWatch;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.StoppedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed in a partition up to now, without a group. For one thread. */
final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FETCH_WAIT_MS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaRefusal refusals;
    private final AppContext app;
    private final ContactWatch contact;

    PartitionReader(KafkaClientSettings client, AppContext app) {
        Properties settings = client.with(Map.of());
        // A request that waits for records at the end of a partition holds up all others, also the end of the client.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.refusals = KafkaRefusal.of(client, "Read");
        this.app = app;
        this.contact = ContactWatch.of(consumer, app.err()::println);
    }

    /** The first offset that Kafka still has. */
    long beginning(TopicPartition partition) {
        return only(consumer.beginningOffsets(List.of(partition)));
    }

    /**
     * Hands over all records in order, some at a time.
     *
     * @throws StoppedException if the app is asked to stop meanwhile
     */
    void read(TopicPartition partition, Consumer<List<ConsumerRecord<byte[], byte[]>>> batches) {
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = only(consumer.endOffsets(List.of(partition)));
            while (consumer.position(partition) < end) {
                if (app.stop().isRequested()) {
                    throw new StoppedException();
                }
                batches.accept(consumer.poll(POLL).records(partition).stream()
                        .filter(record -> record.offset() < end)
                        .toList());
                contact.check();
            }
        } catch (AuthorizationException | AuthenticationException refused) {
            throw refusals.explain(refused, partition.topic()).orElseThrow();
        }
    }

    private static long only(Map<TopicPartition, Long> offsets) {
        return offsets.values().iterator().next();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
