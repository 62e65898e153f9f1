package io.kstash.transformer.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Gives Kafka Streams the records that it reads as {@link Bundle}s. Offsets stay as they are. */
final class BundlingConsumer extends KafkaConsumer<byte[], byte[]> {
    private final int mostRecords;

    /** @param mostRecords of a bundle */
    BundlingConsumer(Map<String, Object> config, int mostRecords) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.mostRecords = mostRecords;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> read = super.poll(timeout);
        if (read.isEmpty()) {
            return read;
        }
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> bundles = new HashMap<>();
        for (TopicPartition partition : read.partitions()) {
            bundles.put(partition, Bundle.of(read.records(partition), mostRecords));
        }
        return new ConsumerRecords<>(bundles, read.nextOffsets());
    }
}
