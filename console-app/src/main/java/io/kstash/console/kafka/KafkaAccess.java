package io.kstash.console.kafka;

import io.kstash.app.KafkaClientSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the clients that read. None of them joins a group, commits or creates anything. Thread-safe. */
public final class KafkaAccess implements AutoCloseable {
    /** How long Kafka may take to answer a question. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Bounds what one answer of a broker takes of memory; a larger record comes alone. */
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private static final int PARTITION_FETCH_BYTES = 1024 * 1024;

    private final KafkaClientSettings settings;
    private final Admin admin;

    public KafkaAccess(KafkaClientSettings settings) {
        this.settings = settings;
        this.admin = Admin.create(settings.with(Map.of(
                "client.id", "kstash-console",
                "default.api.timeout.ms", Math.toIntExact(LIMIT.toMillis()),
                "request.timeout.ms", Math.toIntExact(LIMIT.toMillis()))));
    }

    public Admin admin() {
        return admin;
    }

    /**
     * The answer to a question.
     *
     * @throws KafkaException whatever Kafka answers instead
     */
    public static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("no answer within " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A consumer without a group; the caller closes it. */
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Properties properties = settings.with(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "kstash-console",
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                PARTITION_FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(LIMIT.toMillis())));
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClientSettings.refusal(e);
        }
    }

    /** Where Kafka is, as it was given. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
