package io.kstash.transformer.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
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
    private static final int DEFAULT_TIMEOUT_MS = 60_000;

    private final Ledger ledger;
    private final TransactionPace pace;
    private final long timeoutNanos;
    private final Map<String, List<PartitionInfo>> partitions = new HashMap<>();
    private boolean open;
    private long begunNanos;

    LedgerProducer(Map<String, Object> config, Ledger ledger, TransactionPace pace) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.ledger = ledger;
        this.pace = pace;
        Object timeout = config.getOrDefault(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, DEFAULT_TIMEOUT_MS);
        this.timeoutNanos =
                Duration.ofMillis(Long.parseLong(timeout.toString())).toNanos();
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
        begunNanos = System.nanoTime();
        open = true;
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
        long end = System.nanoTime();
        ledger.latency().committed(end - start);
        pace.committed(end - begunNanos);
        open = false;
    }

    @Override
    public void abortTransaction() {
        giveUp();
        super.abortTransaction();
    }

    /** Kafka Streams closes the producer of a transaction that Kafka aborted. */
    @Override
    public void close(Duration timeout) {
        giveUp();
        super.close(timeout);
    }

    private void giveUp() {
        if (open) {
            open = false;
            if (System.nanoTime() - begunNanos >= timeoutNanos) {
                pace.timedOut();
            }
        }
    }
}
