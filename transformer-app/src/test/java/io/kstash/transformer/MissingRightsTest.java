package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.testing.brokers.Repository;
import io.kstash.testing.brokers.SecuredKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code run} with each of its rights taken away: that the list of rights has none too many, and what is said. */
@Timeout(30)
class MissingRightsTest {
    @TempDir
    static Path kafkaFolder;

    private static SecuredKafka kafka;
    private static KafkaProducer<String, String> producer;
    private static List<AclBinding> rights;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = SecuredKafka.start(kafkaFolder);
        rights = SecuredKafka.rightsOf("transformer");
        kafka.admin()
                .createTopics(Stream.of(
                                "multi-test-topic",
                                "multi-test-topic-processed",
                                "multi-test-dead-letters",
                                "multi-test-ledger",
                                "multi-test-deliveries")
                        .map(topic -> new NewTopic(topic, 1, (short) 1))
                        .toList())
                .all()
                .get();
        Map<String, Object> settings = new HashMap<>(kafka.settings("admin"));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        kafka.grant(rights);
    }

    @AfterAll
    static void stopKafka() {
        producer.close();
        kafka.close();
    }

    /** The topics exist, so that nobody needs the right to create them; without the one to delete they grow. */
    static List<AclBinding> needed() throws IOException {
        return SecuredKafka.rightsOf("transformer").stream()
                .filter(right -> right.entry().operation() != AclOperation.CREATE)
                .filter(right -> right.entry().operation() != AclOperation.DELETE)
                .toList();
    }

    /** With something to do. */
    @BeforeEach
    void shippedPipeline() throws Exception {
        producer.send(new ProducerRecord<>("multi-test-topic", "{\"id\":1}")).get();
        String text = Files.readString(Repository.root().resolve("pipelines/multi-test.conf"));
        Files.writeString(folder.resolve("multi-test.conf"), text.replace("${KSTASH_DATA:data}", folder.toString()));
    }

    @ParameterizedTest
    @MethodSource("needed")
    void withoutARightItEndsAndNamesIt(AclBinding right) throws Exception {
        // given
        kafka.revoke(List.of(right));
        int exitCode;
        try {
            // when
            exitCode = run();
        } finally {
            kafka.grant(List.of(right));
        }

        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        String resource =
                right.pattern().resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(printed().lines().filter(line -> line.startsWith("transformer: ")))
                .singleElement()
                .asString()
                .startsWith("transformer: Kafka at " + kafka.bootstrapServers() + ": User:transformer lacks the right ")
                .contains(" " + right.pattern().name() + ". An administrator grants it with: ")
                .contains("--operation " + operation(right))
                .contains("--" + resource + " " + right.pattern().name() + " ");
        assertThat(kafka.secrets()).noneMatch(printed()::contains);
    }

    private static String operation(AclBinding right) {
        return right.entry().operation() == AclOperation.DESCRIBE_CONFIGS
                ? "DescribeConfigs"
                : right.entry().operation() == AclOperation.READ ? "Read" : "Write";
    }

    @Test
    void withAllRightsItRuns() throws Exception {
        // when
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(this::run);

        // then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(folder.resolve("kafka_output.log"))
                        && Files.readString(folder.resolve("kafka_output.log")).contains("processed_by"));
        kafka.revoke(List.of(rights.get(0)));
        assertThat(running).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(ExitCode.FAILED);
        kafka.grant(List.of(rights.get(0)));
    }

    /** The topics were made beforehand, by somebody who did not know what they are for. */
    @Test
    void withoutTheRightsToChangeTopicsAndToDeleteRecordsItRunsAndWarns() throws Exception {
        // given
        List<AclBinding> delete = rights.stream()
                .filter(right -> right.entry().operation() == AclOperation.DELETE)
                .toList();
        kafka.revoke(delete);

        // when
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(this::run);

        // then
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            printed().contains("Running pipeline") && printed().contains("lacks the right Delete"));
            assertThat(running).isNotDone();
            assertThat(printed())
                    .contains("User:transformer lacks the right AlterConfigs on topic multi-test-deliveries.")
                    .contains("Until its settings are message.timestamp.type=LogAppendTime,retention.ms=-1 it has"
                            + " message.timestamp.type=CreateTime,retention.ms=604800000: Kafka may delete lines before"
                            + " they are delivered")
                    .contains("Until then topic multi-test-deliveries grows: what was delivered stays in it");
        } finally {
            kafka.revoke(List.of(rights.get(0))); // Which ends it.
            assertThat(running).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(ExitCode.FAILED);
            kafka.grant(rights);
        }
    }

    private int run() {
        return new AppMain(Map.of(), stream(out), stream(err))
                .execute(
                        new TransformerCommand(),
                        "run",
                        "-f",
                        folder.resolve("multi-test.conf").toString(),
                        "--bootstrap-server",
                        kafka.bootstrapServers(),
                        "--config",
                        kafka.config("transformer").toString(),
                        "--data",
                        // The same for all, so that Kafka need not wait for the member of the test before.
                        kafkaFolder.resolve("data").toString());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
