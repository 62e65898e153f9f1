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
    private final TransactionPace pace;
    private int turn;

    /**
     * A consumer.
     *
     * @param mostRecords of a bundle
     * @param pace says how many bundles a poll gives
     */
    BundlingConsumer(Map<String, Object> config, int mostRecords, TransactionPace pace) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.mostRecords = mostRecords;
        this.pace = pace;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> read = super.poll(timeout);
        if (read.isEmpty()) {
            return read;
        }
        int most = pace.next();
        return most == TransactionPace.UNLIMITED ? all(read) : some(read, most);
    }

    private ConsumerRecords<byte[], byte[]> all(ConsumerRecords<byte[], byte[]> read) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> bundles = new HashMap<>();
        for (TopicPartition partition : read.partitions()) {
            bundles.put(partition, Bundle.of(read.records(partition), mostRecords));
        }
        return new ConsumerRecords<>(bundles, read.nextOffsets());
    }

    /** Of one partition, of each in its turn. The rest is read again. */
    private ConsumerRecords<byte[], byte[]> some(ConsumerRecords<byte[], byte[]> read, int most) {
        List<TopicPartition> partitions = List.copyOf(read.partitions());
        ConsumerRecords<byte[], byte[]> some =
                Bundle.some(read, partitions.get(turn++ % partitions.size()), most, mostRecords);
        some.nextOffsets().forEach((partition, next) -> {
            if (!next.equals(read.nextOffsets().get(partition))) {
                seek(partition, next);
            }
        });
        return some;
    }
}
