package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.StopSignal;
import io.kstash.app.TopicCreator;
import io.kstash.testing.brokers.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(30)
class ProducerIntegrationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private String topic = "";

    @BeforeEach
    void ownTopic(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void theDefaultFlowIsTwentyRecordsOfFourFields() throws Exception {
        // given
        Instant before = Instant.now();

        // when: as by default, but faster
        int exitCode = produce("--rate", "100");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(partitionCount()).isEqualTo(1);
        List<ConsumerRecord<String, String>> records = records();
        assertThat(records).hasSize(20).allSatisfy(message -> {
            assertThat(message.key()).isNull();
            assertThat(message.headers()).hasSize(1);
            JsonNode value = JSON.readTree(message.value());
            assertThat(value.fieldNames()).toIterable().containsExactly("producer_id", "id", "timestamp", "value");
            assertThat(value.get("timestamp").isFloatingPointNumber()).isTrue();
            assertThat(value.get("timestamp").doubleValue())
                    .isBetween(before.toEpochMilli() / 1e3, Instant.now().toEpochMilli() / 1e3);
            assertThat(value.get("value").isInt()).isTrue();
            assertThat(value.get("value").intValue()).isBetween(1, 100);
        });
        assertThat(identities(records, 0)).containsExactlyElementsOf(numbers(10));
        assertThat(identities(records, 1)).containsExactlyElementsOf(numbers(10));
    }

    @Test
    void eachRecordNamesItsOrigin() throws Exception {
        // when
        produce("--producers", "2", "--count", "2", "--rate", "max");

        // then
        String run = text(err).replaceFirst("(?s)^run ([0-9a-z]+): .*", "$1");
        assertThat(records())
                .extracting(message -> new String(
                        message.headers().lastHeader("kstash.producer").value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(run + "/0/0", run + "/0/1", run + "/1/0", run + "/1/1");
        assertThat(text(out)).startsWith("run " + run + ": sent 4, failed 0, rate ");
    }

    @Test
    void recordsComeAtTheRateAndTheFirstAtOnce() {
        // given
        long start = System.nanoTime();

        // when
        produce("--producers", "1", "--count", "6", "--rate", "5");

        // then: five intervals of 200 ms and the start of the clients
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        List<ConsumerRecord<String, String>> records = records();
        long sending = records.get(5).timestamp() - records.get(0).timestamp();
        assertThat(sending).isBetween(950L, 1300L);
        assertThat(elapsed).isLessThan(Duration.ofMillis(sending + 1500));
    }

    @Test
    void anExplicitPartitionCountHoldsForANewTopicAndAllPartitionsAreUsed() throws Exception {
        // when
        produce("--partitions", "3", "--producers", "1", "--count", "9", "--rate", "max");

        // then
        assertThat(partitionCount()).isEqualTo(3);
        assertThat(records()).extracting(ConsumerRecord::partition).contains(0, 1, 2);
        assertThat(text(err)).doesNotContain("exists");
    }

    @Test
    void anExistingTopicKeepsItsPartitionsAndOneNoticeSaysSo() throws Exception {
        // given
        createTopic(2);

        // when
        int exitCode = produce("--partitions", "4", "--count", "1", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(partitionCount()).isEqualTo(2);
        assertThat(text(err).lines().filter(line -> line.contains("partition")))
                .containsExactly("Topic " + topic + " exists with 2 partitions and stays so; --partitions 4 only counts"
                        + " when it is created");
    }

    @Test
    void sendsThreeThousandAtMax() {
        // when
        int exitCode = produce("--producers", "3", "--count", "1000", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        List<ConsumerRecord<String, String>> records = records();
        assertThat(records).hasSize(3000);
        for (int producer = 0; producer < 3; producer++) {
            assertThat(identities(records, producer)).containsExactlyElementsOf(numbers(1000));
        }
        assertThat(text(out))
                .matches("run [0-9a-z]{10}: sent 3000, failed 0, rate [0-9.]+/s,"
                        + " latency p50 [0-9.]+ ms, p99 [0-9.]+ ms, max [0-9.]+ ms\n");
    }

    @Test
    void aTooLargeRecordIsReportedAndTheOthersGoThrough() throws IOException {
        // given
        Path lines = Files.writeString(
                folder.resolve("events.jsonl"), "{\"n\":1}\n{\"n\":\"" + "x".repeat(1_100_000) + "\"}\n{\"n\":3}\n");

        // when
        int exitCode = produce("--payload", lines.toString(), "--producers", "1", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(records()).extracting(ConsumerRecord::value).containsExactly("{\"n\":1}", "{\"n\":3}");
        assertThat(text(err).lines().filter(line -> line.startsWith("not sent")))
                .singleElement()
                .asString()
                .startsWith("not sent to " + topic + ": producer 0, sequence 1: The message is 11")
                .endsWith(". Make the record smaller, or raise max.request.size (--config) and the topic's"
                        + " max.message.bytes");
        assertThat(text(out)).contains("sent 2, failed 1, ");
    }

    @Test
    void jsonLinesAreSharedOutWithoutDoublesAndTheRunEndsWithThem() throws IOException {
        // given
        List<String> lines = Stream.iterate(0, n -> n + 1)
                .limit(50)
                .map(n -> "{\"n\":" + n + "}")
                .toList();
        Path file = Files.write(folder.resolve("events.jsonl"), lines);

        // when
        int exitCode = produce("--payload", file.toString(), "--producers", "3", "--count", "0", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(records()).extracting(ConsumerRecord::value).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void saysWhenTheCountLeavesLinesUnsent() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("events.jsonl"), "1\n2\n3\n");

        // when
        produce("--payload", file.toString(), "--producers", "1", "--count", "2", "--rate", "max");

        // then
        assertThat(records()).extracting(ConsumerRecord::value).containsExactly("1", "2");
        assertThat(text(err)).endsWith("The payload holds more lines than were sent: --count 0 sends all of them\n");
    }

    @Test
    void keyAndPayloadAreTemplatesAndASeedRepeatsTheValues() throws IOException {
        // given
        Path template = Files.writeString(folder.resolve("event.json"), "{\"n\":{id},\"v\":{value}}\n");
        String[] args = {
            "--payload", template.toString(), "--key", "p{producer_id}", "--seed", "7", "--count", "20", "--rate", "max"
        };

        // when
        produce(args);
        produce(args);

        // then
        List<String> all = records().stream()
                .map(message -> message.key() + " " + message.value())
                .sorted()
                .toList();
        assertThat(all).hasSize(80).startsWith(all.get(0), all.get(0));
        assertThat(all.stream().distinct())
                .hasSize(40)
                .allMatch(text -> text.matches("p[01] \\{\"n\":\\d+,\"v\":\\d+}"));
    }

    @Test
    void aStopEndsAnEndlessRunWithAllThatWasCountedInTheTopic() throws Exception {
        // given
        CompletableFuture<Integer> running =
                CompletableFuture.supplyAsync(() -> produce("--count", "0", "--rate", "max"));
        await().atMost(Duration.ofSeconds(10)).until(() -> endOffset() > 1000);

        // when
        stop.request();

        // then
        assertThat(running).succeedsWithin(Duration.ofSeconds(8)).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("sent " + endOffset() + ", failed 0, ");
    }

    @Test
    void aStopInterruptsAReadThatCanBeInterrupted() throws Exception {
        stopEndsARunThatReads(new PipedInputStream(new PipedOutputStream()));
    }

    @Test
    void aStopDoesNotWaitForAReadThatCannotBeInterrupted() throws Exception {
        Semaphore never = new Semaphore(0);
        stopEndsARunThatReads(new InputStream() {
            @Override
            public int read() {
                never.acquireUninterruptibly();
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        });
    }

    private void stopEndsARunThatReads(InputStream silent) {
        // given
        InputStream standardInput = System.in;
        System.setIn(silent);
        try {
            CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> produce("--payload", "-"));
            await().atMost(Duration.ofSeconds(10)).until(() -> text(err).startsWith("run "));

            // when
            stop.request();

            // then
            assertThat(running).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.OK);
        } finally {
            System.setIn(standardInput);
        }
    }

    private int produce(String... args) {
        ProducerCommand command = new ProducerCommand();
        List<String> all = new ArrayList<>(List.of("--bootstrap-server", kafka.bootstrapServers(), "--topic", topic));
        all.addAll(List.of(args));
        new CommandLine(command).parseArgs(all.toArray(String[]::new));
        try {
            return command.run(new AppContext(stream(out), stream(err), stop, Map.of()));
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<ConsumerRecord<String, String>> records() {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (Consumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private long endOffset() {
        try (Consumer<String, String> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Consumer<String, String> consumer() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", kafka.bootstrapServers());
        properties.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    private void createTopic(int partitions) throws Exception {
        try (Admin admin = admin()) {
            new TopicCreator(admin).create(new NewTopic(topic, partitions, (short) 1));
        }
    }

    private int partitionCount() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static List<Integer> identities(List<ConsumerRecord<String, String>> records, int producer) {
        return records.stream()
                .map(message -> json(message.value()))
                .filter(value -> value.get("producer_id").intValue() == producer)
                .map(value -> value.get("id").intValue())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Integer> numbers(int count) {
        return Stream.iterate(0, n -> n + 1).limit(count).toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
