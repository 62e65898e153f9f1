package io.kstash.transformer.deadletters;

import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.transformer.streams.OwnTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters back in transactions. There is one redrive of a pipeline at a time: whoever begins one ends that of
 * another process, and gives up the transaction that one has left open, be it dead or alive. For one thread.
 */
final class RedriveTransactions implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final Map<String, Object> DEFAULTS = Map.of(
            // A record may have come compressed and be larger than its topic takes otherwise.
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "zstd",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            64 * 1024 * 1024,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            64L * 1024 * 1024,
            // One that a dead process leaves open holds up whoever reads its topics.
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            10_000);

    private final String pipeline;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaRefusal refusals;

    private RedriveTransactions(String pipeline, KafkaClientSettings client) {
        String id = OwnTopics.of(pipeline).redrive();
        Properties settings = client.with(DEFAULTS);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        this.pipeline = pipeline;
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.refusals = KafkaRefusal.ofTransactions(client, topic -> "Write", id);
    }

    /** Begins; from now on no other process sends dead letters of this pipeline back. */
    static RedriveTransactions begin(String pipeline, KafkaClientSettings client) {
        RedriveTransactions transactions = new RedriveTransactions(pipeline, client);
        try {
            transactions.producer.initTransactions();
            return transactions;
        } catch (KafkaException failed) {
            transactions.close();
            throw transactions.explain(failed);
        }
    }

    /**
     * Sends all in one transaction, or nothing.
     *
     * @return false where one of them is larger than its topic takes; Kafka does not say which, for it ends the others with it
     */
    boolean send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        try {
            producer.beginTransaction();
            records.forEach(record -> sent.add(producer.send(record)));
            producer.commitTransaction();
            return true;
        } catch (TimeoutException unknown) {
            throw explain(unknown); // It may be committed or not: the next redrive will know.
        } catch (KafkaException failed) {
            abort(failed);
            if (sent.stream().anyMatch(RedriveTransactions::isTooLarge)) {
                return false;
            }
            throw explain(failed);
        }
    }

    /** Whether it failed for its size; asked when the transaction is given up, and so all that was sent is settled. */
    private static boolean isTooLarge(Future<RecordMetadata> sent) {
        try {
            sent.get();
            return false;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof RecordTooLargeException;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted while sending dead letters back", stopped);
        }
    }

    private void abort(KafkaException failed) {
        try {
            producer.abortTransaction();
        } catch (KafkaException impossible) {
            failed.addSuppressed(impossible);
            throw explain(failed);
        }
    }

    private AppException explain(KafkaException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return new FailedException(
                        "Another redrive of pipeline " + pipeline
                                + " has begun and goes on where this one was; nothing is sent twice",
                        failed);
            }
        }
        return refusals.explain(failed)
                .orElseGet(() -> new FailedException(
                        "Cannot send dead letters back: " + failed.getMessage()
                                + ". Run it again when Kafka is well: what was sent is not sent twice",
                        failed));
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
