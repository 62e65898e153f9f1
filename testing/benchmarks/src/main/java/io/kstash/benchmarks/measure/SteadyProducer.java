package io.kstash.benchmarks.measure;

import io.kstash.app.KafkaClientSettings;
import io.kstash.benchmarks.input.Input;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a record each millisecond, in a thread of its own, until it is closed. A record's timestamp is the time at which it
 * was due, so that a late one is not taken for a quick one.
 */
final class SteadyProducer implements AutoCloseable {
    /** Records a second. */
    static final int RATE = 1_000;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Iterator<String> lines;
    private final Thread thread = new Thread(this::run, "steady-producer");
    private volatile boolean closed;

    private SteadyProducer(Producer<byte[], byte[]> producer, String topic, Input input) {
        this.producer = producer;
        this.topic = topic;
        this.lines = input.lines(Long.MAX_VALUE).iterator();
    }

    static SteadyProducer start(String bootstrapServers, String topic, Input input) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.LINGER_MS_CONFIG, 0, ProducerConfig.CLIENT_ID_CONFIG, "steady-producer");
        SteadyProducer steady = new SteadyProducer(
                new KafkaProducer<>(
                        KafkaClientSettings.of(bootstrapServers).with(settings),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                topic,
                input);
        steady.thread.start();
        return steady;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What does not arrive is noticed in the end.
    private void run() {
        long next = System.currentTimeMillis();
        while (!closed) {
            for (long now = System.currentTimeMillis(); next <= now; next++) {
                byte[] value = lines.next().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, null, next, null, value));
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
