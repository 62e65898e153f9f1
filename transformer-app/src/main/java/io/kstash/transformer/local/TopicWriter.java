package io.kstash.transformer.local;

import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.TopicCreator;
import io.kstash.event.Event;
import io.kstash.event.Template;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.output.KafkaOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events to topics, at least once: there is no source offset to commit with them. */
final class TopicWriter implements EventWriter {
    private final Template topic;
    private final Optional<Template> key;
    private final Encoder encoder;
    private final Producer<byte[], byte[]> producer;
    private final Admin admin;
    private final TopicCreator topics;
    private final KafkaClientSettings client;
    private final Set<String> existingTopics = new HashSet<>();
    private volatile @Nullable AppException failure;

    TopicWriter(KafkaOutput output, KafkaClientSettings settings) {
        this.topic = output.topic();
        this.key = output.messageKey();
        this.encoder = output.codec().newEncoder();
        this.producer = producer(settings.with(output.clientSettings()));
        this.admin = Admin.create(settings.admin());
        this.topics = new TopicCreator(admin);
        this.client = settings;
    }

    private static Producer<byte[], byte[]> producer(Properties properties) {
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        try {
            return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException invalid) {
            throw KafkaClientSettings.refusal(invalid);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    public void write(Event event) {
        String name = topic.render(event);
        ensureExists(name);
        byte @Nullable [] recordKey = key.map(template -> template.render(event).getBytes(StandardCharsets.UTF_8))
                .orElse(null);
        producer.send(
                new ProducerRecord<>(name, recordKey, encoder.encode(event)),
                (sent, reason) -> noteFailure(name, reason));
        throwFailure();
    }

    /** A topic that does not exist is created, with the broker's defaults. */
    private void ensureExists(String name) {
        if (!existingTopics.add(name)) {
            return;
        }
        try {
            if (!exists(name)) {
                create(name);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw cannotWrite(name, stopped);
        }
    }

    private void create(String name) throws InterruptedException {
        try {
            topics.create(new NewTopic(name, Optional.empty(), Optional.empty()));
        } catch (ExecutionException refused) {
            throw KafkaRefusal.of(client, "Create").explain(refused, name).orElseGet(() -> cannotWrite(name, refused));
        }
    }

    /** Asked first: who may only write needs no right to create a topic that is there. */
    private boolean exists(String name) throws InterruptedException {
        try {
            return topics.find(name).isPresent();
        } catch (ExecutionException refused) {
            throw cannotWrite(name, refused);
        }
    }

    private void noteFailure(String name, @Nullable Exception reason) {
        if (reason != null) {
            failure = cannotWrite(name, reason);
        }
    }

    private AppException cannotWrite(String name, Throwable failed) {
        Throwable reason = failed.getCause() == null ? failed : failed.getCause();
        return KafkaRefusal.of(client, "Write")
                .explain(failed, name)
                .orElseGet(
                        () -> new FailedException("Cannot write topic " + name + ": " + reason.getMessage(), reason));
    }

    private void throwFailure() {
        AppException first = failure;
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void flush() {
        producer.flush();
        throwFailure();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        throwFailure();
    }
}
