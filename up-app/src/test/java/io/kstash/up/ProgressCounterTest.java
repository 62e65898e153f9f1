package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.KafkaClientSettings;
import io.kstash.localkafka.LocalKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The counter on a real Kafka, whose topics and groups the test fills as the apps would, or not quite. */
class ProgressCounterTest {
    private static final int RECORDS = 10;
    private static final String RUN = "run2";

    @TempDir
    static Path kafkaFolder;

    private static LocalKafka kafka;
    private static Admin admin;
    private static KafkaProducer<String, String> producer;

    private String input;
    private String deliveries;
    private String group;
    private ProgressCounter counter;

    @BeforeAll
    static void startKafka() {
        kafka = LocalKafka.builder().data(kafkaFolder).start();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stopKafka() {
        producer.close();
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void anEarlierRunLeftItsRecords(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        input = name + "-in";
        deliveries = name + "-deliveries";
        group = name + "-group";
        FlowTopics topics = new FlowTopics(admin);
        topics.create(input, 2);
        topics.create(deliveries, 1);
        send(input, "run1", 3);
        counter = new ProgressCounter(
                KafkaClientSettings.of(kafka.bootstrapServers()),
                topics,
                topics.ends(Set.of(input)),
                RUN,
                List.of(group),
                Optional.of(deliveries));
    }

    @AfterEach
    void closeCounter() {
        counter.close();
    }

    @Test
    void isSettledWhenAllWasDone() throws Exception {
        // given
        send(input, RUN, RECORDS);
        send(deliveries, RUN, RECORDS);
        commitUpToEnd(group, input);
        commitUpToEnd(deliveries, deliveries);

        // when, then
        assertThat(counts().isSettled()).isTrue();
    }

    @Test
    void findsWhatTheGroupHasNotDone() throws Exception {
        // given
        send(input, RUN, RECORDS);
        commitUpToEnd(group, input);
        send(input, RUN, 4);

        // when
        Progress progress = counts();

        // then
        assertThat(progress.done()).containsEntry(group, (long) RECORDS);
        assertThat(progress.isSettled()).isFalse();
    }

    @Test
    void findsWhatHasNotLeftKafka() throws Exception {
        // given
        send(input, RUN, RECORDS);
        commitUpToEnd(group, input);
        send(deliveries, RUN, RECORDS);

        // when, then
        assertThat(counts().isSettled()).isFalse();
    }

    @Test
    void countsOnlyItsOwnRun() throws Exception {
        // given
        send(input, RUN, RECORDS);
        send(input, "run3", 5);
        producer.send(new ProducerRecord<>(input, "without header")).get();

        // when, then
        assertThat(counts().sent()).isEqualTo(RECORDS);
    }

    private Progress counts() throws InterruptedException {
        return counter.count(Duration.ofSeconds(2));
    }

    private static void send(String topic, String run, int count) throws Exception {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(producer.send(record(topic, run, i)));
        }
        for (Future<RecordMetadata> answer : answers) {
            answer.get();
        }
    }

    private static ProducerRecord<String, String> record(String topic, String run, int sequence) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, "value");
        record.headers()
                .add(ProgressCounter.PRODUCER_HEADER, (run + "/0/" + sequence).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static void commitUpToEnd(String group, String topic) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        new FlowTopics(admin)
                .ends(Set.of(topic))
                .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}
