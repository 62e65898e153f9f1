package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** With Kafka's own metadata two of five restarts leave a transaction open for ever (KAFKA-20734). */
class TransactionMarkersTest {
    private static final String TOPIC = "events";
    private static final int PRODUCERS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final AtomicLong commits = new AtomicLong();
    private volatile boolean stopping;

    @RepeatedTest(2)
    void aRestartLeavesNoTransactionOpen() throws Exception {
        // given
        ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);
        try (LocalKafka kafka = start()) {
            createTopic(kafka);
            for (int each = 0; each < PRODUCERS; each++) {
                String id = "producer-" + each;
                producers.execute(() -> commitWithoutEnd(kafka.bootstrapServers(), id));
            }
            await().atMost(LIMIT).until(() -> commits.get() > 100);

            // when it stops among commits, and the producers do not come back
            stopping = true;
        }
        producers.shutdown();
        assertThat(producers.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        // then
        try (LocalKafka kafka = start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(end(admin, IsolationLevel.READ_COMMITTED))
                            .isEqualTo(end(admin, IsolationLevel.READ_UNCOMMITTED)));
        }
    }

    private static void createTopic(LocalKafka kafka) {
        try (KafkaTopic topic = new KafkaTopic(kafka.bootstrapServers(), TOPIC)) {
            topic.create(1);
        }
    }

    private void commitWithoutEnd(String bootstrapServers, String id) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "transactional.id",
                        id,
                        "transaction.timeout.ms",
                        "5000",
                        "max.block.ms",
                        "3000"),
                new StringSerializer(),
                new StringSerializer());
        try {
            producer.initTransactions();
            while (true) {
                producer.beginTransaction();
                Future<?> unused = producer.send(new ProducerRecord<>(TOPIC, id));
                producer.commitTransaction();
                commits.incrementAndGet();
            }
        } catch (KafkaException stopped) {
            assertThat(stopping).isTrue();
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private static long end(Admin admin, IsolationLevel isolation) throws InterruptedException, ExecutionException {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private LocalKafka start() {
        return LocalKafka.builder().data(folder).quickRestarts().start();
    }
}
