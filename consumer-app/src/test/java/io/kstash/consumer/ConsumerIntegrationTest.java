package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.AppContext;
import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.StopSignal;
import io.kstash.app.TopicCreator;
import io.kstash.testing.brokers.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(30)
class ConsumerIntegrationTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2024-11-23T12:00:00Z");
    private static int topicsUsed;

    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    private static Admin admin;
    private static KafkaProducer<byte[], byte[]> producer;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private CompletableFuture<Integer> running = CompletableFuture.completedFuture(ExitCode.OK);
    private String topic = "";

    @BeforeAll
    static void startKafka() {
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        producer = producer(Map.of());
    }

    @AfterAll
    static void stopKafka() {
        producer.close();
        admin.close();
    }

    /** The topic's name is its group's, too. */
    @BeforeEach
    void ownTopic(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName() + "-" + topicsUsed++;
    }

    @AfterEach
    void stopConsumer() {
        stop.request();
        assertThat(running).succeedsWithin(SOON).isEqualTo(ExitCode.OK);
    }

    @Test
    void printsFromTheBeginningInOffsetOrderAndLeavesNoLag() throws Exception {
        // given
        topicWithValues(1, 20);

        // when
        start();

        // then
        await().atMost(SOON).until(() -> lines().size() == 20);
        assertThat(lines()).containsExactlyElementsOf(values(0, 20));
        await().atMost(Duration.ofSeconds(2)).until(() -> committed(0) == 20);
        stop.request();
        assertThat(running).succeedsWithin(SOON).isEqualTo(ExitCode.OK);
    }

    @Test
    void maxEndsAndCommitsExactlyThereAndTheGroupGoesOn() throws Exception {
        // given
        topicWithValues(1, 10);

        // when
        int exitCode = consume("--max", "3");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(lines()).containsExactlyElementsOf(values(0, 3));
        assertThat(committed(0)).isEqualTo(3);
        consume("--max", "4");
        assertThat(lines()).containsExactlyElementsOf(values(0, 7));
        assertThat(committed(0)).isEqualTo(7);
    }

    @Test
    void maxCountsOverAllPartitionsAndEachKeepsItsOrder() throws Exception {
        // given
        topicWithValues(3, 30);

        // when
        consume("--max", "17", "--format", "json");

        // then
        assertThat(committed(0) + committed(1) + committed(2)).isEqualTo(17);
        for (int partition = 0; partition < 3; partition++) {
            int of = partition;
            assertThat(json().stream().filter(line -> line.get("partition").intValue() == of))
                    .extracting(line -> line.get("offset").longValue())
                    .containsExactlyElementsOf(IntStream.range(0, (int) committed(partition))
                            .mapToObj(n -> (long) n)
                            .toList());
        }
    }

    /** The group is at 7, and record n has the timestamp of 12:00 and n minutes. */
    @ParameterizedTest
    @CsvSource({
        "beginning,             0",
        "4,                     4",
        "0,                     0",
        "2024-11-23T12:05:00Z,  5",
        "2024-11-23T12:05:01Z,  6",
        "2024-11-22,            0"
    })
    void anExplicitStartSeeks(String from, int first) throws Exception {
        // given
        topicWithValues(1, 10);
        commit(7);

        // when
        consume("--from", from, "--max", Integer.toString(10 - first));

        // then
        assertThat(lines()).containsExactlyElementsOf(values(first, 10));
        assertThat(committed(0)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"end", "2024-11-23T13:00:00Z", "99"})
    void aStartBehindTheLastRecordPrintsOnlyNewOnes(String from) throws Exception {
        // given
        topicWithValues(1, 10);

        // when
        start("--from", from, "--max", "2");
        await().atMost(SOON).until(() -> committed(0) == 10);
        sendValues(1, 10, 12);

        // then
        assertThat(running).succeedsWithin(SOON).isEqualTo(ExitCode.OK);
        assertThat(lines()).containsExactlyElementsOf(values(10, 12));
    }

    @Test
    void aRebalanceDoesNotSeekAgain() throws Exception {
        // given
        topicWithValues(1, 3);
        start("--from", "beginning");
        await().atMost(SOON).until(() -> lines().size() == 3 && committed(0) == 3);

        // when: a second member joins, takes or leaves the partition, and goes
        StopSignal stopSecond = new StopSignal();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> run(second, stopSecond));
        await().atMost(SOON).until(() -> members() == 2);
        stopSecond.request();
        assertThat(other).succeedsWithin(SOON).isEqualTo(ExitCode.OK);
        sendValues(1, 3, 4);

        // then
        await().atMost(SOON).until(() -> committed(0) == 4);
        assertThat(text(out) + text(second)).hasLineCount(4);
    }

    @Test
    void printsOnlyWhatWasCommittedAndLeavesNoLagBehindATransaction() throws Exception {
        // given
        createTopic(1);
        try (KafkaProducer<byte[], byte[]> transactional = producer(Map.of("transactional.id", topic))) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(message(0, null, utf8("aborted"))).get();
            transactional.abortTransaction();
            transactional.beginTransaction();
            transactional.send(message(0, null, utf8("kept"))).get();
            transactional.commitTransaction();
        }

        // when
        start();

        // then
        await().atMost(SOON).until(() -> committed(0) == end(0));
        assertThat(lines()).containsExactly("kept");
    }

    @Test
    void waitsForATopicWithoutCreatingIt() throws Exception {
        // given
        start("--max", "1");
        await().atMost(SOON).until(() -> !text(err).isEmpty());
        assertThat(text(err)).isEqualTo("Topic " + topic + " does not exist yet, waiting for it\n");
        assertThat(admin.listTopics().names().get()).doesNotContain(topic);

        // when
        topicWithValues(1, 1);

        // then
        assertThat(running).succeedsWithin(Duration.ofSeconds(3)).isEqualTo(ExitCode.OK);
        assertThat(lines()).containsExactly("value 0");
    }

    @Test
    void aStopEndsTheWaitForATopic() {
        // given
        start();
        await().atMost(SOON).until(() -> !text(err).isEmpty());

        // when
        stop.request();

        // then
        assertThat(running).succeedsWithin(SOON).isEqualTo(ExitCode.OK);
    }

    @Test
    void printsRecordsWithoutValueAndWithBytesThatAreNotText() throws Exception {
        // given
        createTopic(1);
        send(message(0, utf8("k"), null), message(0, null, new byte[] {(byte) 0xff}), message(0, null, utf8("")));

        // when
        consume("--max", "3", "--format", "json");
        String asJson = text(out);
        out.reset();
        consume("--from", "beginning", "--max", "3");

        // then
        assertThat(asJson.lines().map(line -> line.replaceFirst(".*\"value\":", "")))
                .containsExactly("null}", "{\"base64\":\"/w==\"}}", "\"\"}");
        assertThat(text(out)).isEqualTo("\n\uFFFD\n\n");
    }

    @Test
    void refusesATopicNameThatKafkaDoesNotAllow() {
        // when
        int exitCode = new AppMain(Map.of(), stream(out), stream(err))
                .execute(new ConsumerCommand(), "--bootstrap-server", kafka.bootstrapServers(), "--topic", "a topic");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).startsWith("consumer: --topic a topic cannot be the name of a topic: ");
    }

    @Test
    void endsQuietlyWhenNobodyReadsItsOutput() throws Exception {
        // given: more than a pipe holds
        createTopic(1);
        ProducerRecord<byte[], byte[]> large = message(0, null, utf8("x".repeat(200_000)));
        send(large, large, large);
        String java = ProcessHandle.current().info().command().orElseThrow();
        String consumer = java + " -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + ConsumerMain.class.getName() + " --bootstrap-server " + kafka.bootstrapServers() + " --topic "
                + topic;

        // when
        Process shell = new ProcessBuilder("bash", "-c", consumer + " | head -n 1; exit ${PIPESTATUS[0]}")
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(shell.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isEqualTo(ExitCode.OK);
        assertThat(printed).isEqualTo("x".repeat(200_000) + "\n");
    }

    @Test
    void failsAndCommitsNothingWhenTheOutputCannotBeWritten() throws Exception {
        // given
        topicWithValues(1, 5);
        String java = ProcessHandle.current().info().command().orElseThrow();

        // when
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsumerMain.class.getName(),
                        "--bootstrap-server",
                        kafka.bootstrapServers(),
                        "--topic",
                        topic,
                        "--group",
                        topic)
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String message = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.FAILED);
        assertThat(message).startsWith("consumer: Standard output cannot be written: check that its disk has space");
        assertThat(committed(0)).isZero();
    }

    @Test
    void tellsItsHealthAndMetrics() throws Exception {
        // given
        int port = freePort();
        start("--http-port", Integer.toString(port));
        await().atMost(SOON).until(() -> !text(err).isEmpty());
        assertThat(get(port, "/health").statusCode()).isEqualTo(503);

        // when
        topicWithValues(2, 4);

        // then
        await().atMost(SOON).until(() -> lines().size() == 4);
        HttpResponse<String> health = get(port, "/health");
        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode body = new ObjectMapper().readTree(health.body());
        assertThat(body.get("status").textValue()).isEqualTo("ready");
        assertThat(body.get("group").textValue()).isEqualTo(topic);
        assertThat(body.get("topic").textValue()).isEqualTo(topic);
        assertThat(body.get("partitions").toString()).isEqualTo("[0,1]");
        assertThat(body.get("records").intValue()).isEqualTo(4);
        assertThat(get(port, "/metrics").body())
                .contains("kstash_consumer_records_total 4.0")
                .contains("kafka_consumer_fetch_manager_records_lag");
    }

    private void start(String... args) {
        running = CompletableFuture.supplyAsync(() -> consume(args));
    }

    private int consume(String... args) {
        return run(out, stop, args);
    }

    private int run(ByteArrayOutputStream printed, StopSignal until, String... args) {
        ConsumerCommand command = new ConsumerCommand();
        List<String> all = new ArrayList<>(
                List.of("--bootstrap-server", kafka.bootstrapServers(), "--topic", topic, "--group", topic));
        all.addAll(List.of(args));
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(all.toArray(String[]::new));
        try {
            return command.run(new AppContext(stream(printed), stream(err), until, Map.of()));
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void topicWithValues(int partitions, int count) throws Exception {
        createTopic(partitions);
        sendValues(partitions, 0, count);
    }

    private void sendValues(int partitions, int from, int to) throws Exception {
        for (int n = from; n < to; n++) {
            producer.send(new ProducerRecord<>(
                            topic,
                            n % partitions,
                            NOON.plus(Duration.ofMinutes(n)).toEpochMilli(),
                            null,
                            utf8("value " + n)))
                    .get();
        }
    }

    private ProducerRecord<byte[], byte[]> message(int partition, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, partition, key, value);
    }

    @SafeVarargs
    private static void send(ProducerRecord<byte[], byte[]>... messages) throws Exception {
        for (ProducerRecord<byte[], byte[]> message : messages) {
            producer.send(message).get();
        }
    }

    private void createTopic(int partitions) throws Exception {
        // The timestamps are older than what Kafka keeps by default.
        NewTopic wanted = new NewTopic(topic, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
        new TopicCreator(admin).create(wanted);
    }

    private void commit(long offset) throws Exception {
        admin.alterConsumerGroupOffsets(topic, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    /** 0 if the group has not committed. */
    private long committed(int partition) throws Exception {
        var offset = admin.listConsumerGroupOffsets(topic)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(topic, partition));
        return offset == null ? 0 : offset.offset();
    }

    private long end(int partition) throws Exception {
        TopicPartition place = new TopicPartition(topic, partition);
        return admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                .partitionResult(place)
                .get()
                .offset();
    }

    private int members() throws Exception {
        return admin.describeConsumerGroups(List.of(topic))
                .describedGroups()
                .get(topic)
                .get()
                .members()
                .size();
    }

    private List<String> lines() {
        return text(out).lines().toList();
    }

    private List<JsonNode> json() throws IOException {
        List<JsonNode> json = new ArrayList<>();
        for (String line : lines()) {
            json.add(new ObjectMapper().readTree(line));
        }
        return json;
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "value " + n).toList();
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
