package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.KafkaClientSettings;
import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The counter on a real Kafka, whose topics, groups and file the test fills as the apps would, or not quite. */
class VerdictCounterTest {
    private static final int RECORDS = 10;
    private static final String RUN = "run2";

    @TempDir
    static Path kafkaFolder;

    private static LocalKafka kafka;
    private static Admin admin;
    private static KafkaProducer<String, String> producer;
    private static KafkaProducer<String, String> transactionalProducer;

    @TempDir
    Path folder;

    private String input;
    private String output;
    private String group;
    private AddedEvents file;
    private VerdictCounter counter;

    @BeforeAll
    static void startKafka() {
        kafka = LocalKafka.builder().data(kafkaFolder).start();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        producer = producer(Map.of());
        transactionalProducer = producer(Map.of("transactional.id", "transformer"));
        transactionalProducer.initTransactions();
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> extra) {
        var settings = new java.util.HashMap<String, Object>(extra);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stopKafka() {
        transactionalProducer.close();
        producer.close();
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void anEarlierRunLeftItsRecords(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        input = name + "-in";
        output = name + "-out";
        group = name + "-group";
        FlowTopics topics = new FlowTopics(admin);
        topics.create(input, 2);
        topics.create(output, 2);
        send(input, "run1", 3);
        transform("run1", 3);
        write(3);
        file = new AddedEvents(folder.resolve("out.log"));
        counter = new VerdictCounter(
                KafkaClientSettings.of(kafka.bootstrapServers()),
                topics,
                topics.ends(Set.of(input, output)),
                input,
                RUN,
                List.of(group),
                List.of(file));
    }

    @AfterEach
    void closeCounter() {
        counter.close();
    }

    @Test
    void findsEverythingWhereItShouldBe() throws Exception {
        send(input, RUN, RECORDS);
        transform(RUN, RECORDS);
        write(RECORDS);
        commitUpToEnd();

        Verdict verdict = new Verdict(RECORDS, counts());

        assertThat(verdict.lines()).last().isEqualTo("All 10 records delivered");
        assertThat(verdict.holds()).isTrue();
    }

    @Test
    void findsTheRecordThatIsMissingInTheOutputTopic() throws Exception {
        send(input, RUN, RECORDS);
        transform(RUN, RECORDS - 1);
        write(RECORDS);
        commitUpToEnd();

        assertThat(new Verdict(RECORDS, counts()).lines())
                .last()
                .isEqualTo("NOT all delivered: asked for 10, but transformed 9 (topic " + output + ")");
    }

    @Test
    void doesNotCountWhatAnAbortedTransactionLeft() throws Exception {
        send(input, RUN, RECORDS);
        transform(RUN, RECORDS);
        transactionalProducer.beginTransaction();
        transactionalProducer.send(record(output, RUN, 0)).get();
        transactionalProducer.abortTransaction();
        write(RECORDS);
        commitUpToEnd();

        assertThat(new Verdict(RECORDS, counts()).holds()).isTrue();
    }

    @Test
    void findsTheDoubledRecord() throws Exception {
        send(input, RUN, RECORDS);
        transform(RUN, RECORDS);
        transform(RUN, 1);
        write(RECORDS);
        commitUpToEnd();

        assertThat(counts().transformed()).containsEntry(output, RECORDS + 1L);
    }

    @Test
    void findsTheLineThatIsMissingInTheFile() throws Exception {
        send(input, RUN, RECORDS);
        transform(RUN, RECORDS);
        write(RECORDS - 1);
        commitUpToEnd();

        assertThat(new Verdict(RECORDS, counts()).lines())
                .last()
                .isEqualTo("NOT all delivered: asked for 10, but written 9 (file " + file.file() + ")");
    }

    @Test
    void findsWhatTheGroupHasNotDone() throws Exception {
        send(input, RUN, RECORDS);
        commitUpToEnd();
        send(input, RUN, 4);

        assertThat(counts().consumed()).containsEntry(group, (long) RECORDS);
    }

    @Test
    void countsOnlyItsOwnRun() throws Exception {
        send(input, RUN, RECORDS);
        send(input, "run3", 5);
        producer.send(new ProducerRecord<>(input, "without header")).get();

        assertThat(counts().sent()).isEqualTo(RECORDS);
    }

    private Counts counts() throws InterruptedException {
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

    private void transform(String run, int count) throws Exception {
        transactionalProducer.beginTransaction();
        for (int i = 0; i < count; i++) {
            transactionalProducer.send(record(output, run, i)).get();
        }
        transactionalProducer.commitTransaction();
    }

    private static ProducerRecord<String, String> record(String topic, String run, int sequence) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, sequence % 2, null, "value");
        record.headers().add(VerdictCounter.PRODUCER_HEADER, (run + "/0/" + sequence).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void write(int lines) throws IOException {
        Files.writeString(
                folder.resolve("out.log"),
                "{\"id\":1}\n".repeat(lines),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void commitUpToEnd() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new java.util.HashMap<>();
        new FlowTopics(admin)
                .ends(Set.of(input))
                .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}
