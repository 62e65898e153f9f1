package io.kstash.transformer.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger in the transactions of Kafka Streams. Their offsets are the only sign of a commit that comes before it:
 * a processor sees none.
 */
final class LedgerProducer extends KafkaProducer<byte[], byte[]> {
    private final Ledger ledger;
    private final Map<String, List<PartitionInfo>> partitions = new HashMap<>();

    LedgerProducer(Map<String, Object> config, Ledger ledger) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.ledger = ledger;
    }

    /** Looked up once a transaction: Kafka Streams asks for each record. */
    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        List<PartitionInfo> known = partitions.get(topic);
        if (known == null) {
            known = super.partitionsFor(topic);
            partitions.put(topic, known);
        }
        return known;
    }

    @Override
    public void beginTransaction() {
        partitions.clear();
        super.beginTransaction();
    }

    /**
     * Tells of what fails only. Kafka Streams counts each record that was sent, under a lock, and the producer counts the same
     * once more.
     */
    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
        return super.send(
                record,
                callback == null
                        ? null
                        : (sent, failure) -> {
                            if (failure != null) {
                                callback.onCompletion(sent, failure);
                            }
                        });
    }

    /** The entries come first: a commit whose offsets time out may be tried once more, without offsets. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what fails in a transaction makes its commit fail
    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        ledger.close(offsets).forEach(this::send);
        super.sendOffsetsToTransaction(offsets, group);
    }

    @Override
    public void commitTransaction() {
        long start = System.nanoTime();
        super.commitTransaction();
        ledger.latency().committed(System.nanoTime() - start);
    }
}
