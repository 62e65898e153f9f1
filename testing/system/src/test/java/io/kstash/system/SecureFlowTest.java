package io.kstash.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.ExitCode;
import io.kstash.app.LoopbackPorts;
import io.kstash.consumer.ConsumerMain;
import io.kstash.producer.ProducerMain;
import io.kstash.testing.brokers.Repository;
import io.kstash.testing.brokers.SecuredKafka;
import io.kstash.transformer.TransformerMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole flow on a Kafka with TLS, SCRAM and ACLs, as {@code docs/security.md} says. */
@Timeout(90)
class SecureFlowTest {
    private static final int SOON = 30;

    @TempDir
    static Path kafkaFolder;

    private static SecuredKafka kafka;

    @TempDir
    Path folder;

    private final List<AppProcess> apps = new ArrayList<>();

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = SecuredKafka.start(kafkaFolder);
        for (String user : List.of("producer", "transformer", "consumer")) {
            kafka.grant(SecuredKafka.rightsOf(user));
        }
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void pipeline() throws IOException {
        Files.copy(Repository.root().resolve("pipelines/multi-test.conf"), folder.resolve("multi-test.conf"));
    }

    /** No secret is printed or served by any of them, whatever happened. */
    @AfterEach
    void stopApps() throws Exception {
        for (AppProcess app : apps) {
            app.close();
            assertNoSecret(app.printed());
        }
    }

    @Test
    void theRightsOfThePageAreEnoughForTheWholeFlow() throws Exception {
        // given
        int port = LoopbackPorts.free(1).get(0);
        AppProcess transformer = startTransformer(config("transformer"), "--http-port", "" + port, "--debug");

        // when
        AppProcess producer = startProducer(config("producer"), "--rate", "max", "--debug");
        AppProcess consumer = start(ConsumerMain.class, environment("consumer"), "--max", "20", "--debug");

        // then
        producer.assertEndsWith(ExitCode.OK, SOON);
        consumer.assertEndsWith(ExitCode.OK, SOON);
        assertThat(consumer.printed().lines().filter(line -> line.startsWith("{\"producer_id\":")))
                .hasSize(20);
        Path log = folder.resolve("kafka_output.log");
        await().atMost(Duration.ofSeconds(SOON))
                .until(() -> Files.exists(log) && Files.readAllLines(log).size() == 20);
        assertNoSecret(get(port, "/health") + get(port, "/metrics"));
        transformer.terminate();
        transformer.assertEndsWith(ExitCode.OK, SOON);
        assertThat(Files.readAllLines(log))
                .hasSize(20)
                .allMatch(line -> line.contains("\"processed_by\":\"logstash\""));
    }

    @Test
    void aWrongPasswordIsOneMessageAtOnce() throws Exception {
        // given
        for (String user : List.of("producer", "transformer", "consumer")) {
            Map<String, String> settings = kafka.settings(user);
            settings.computeIfPresent(
                    "sasl.jaas.config", (name, jaas) -> jaas.replaceFirst("password=\"", "password=\"x"));
            write(user, settings);
        }

        // when
        List<AppProcess> all = startAll("--debug");

        // then
        for (AppProcess app : all) {
            app.assertEndsWith(ExitCode.KAFKA_UNAVAILABLE, 20);
            assertThat(messages(app))
                    .singleElement()
                    .asString()
                    .matches("(producer|transformer|consumer): Kafka at " + kafka.bootstrapServers()
                            + ": the credentials of User:\\1 are refused: .* Check name and password in"
                            + " sasl.jaas.config, and sasl.mechanism");
        }
    }

    /** Without the check a client takes the alert of the TLS port for the length of a response, and its memory ends. */
    @Test
    void aClientWithoutTlsIsToldAtOnce() throws Exception {
        // given
        for (String user : List.of("producer", "transformer", "consumer")) {
            Map<String, String> settings = kafka.settings(user);
            settings.put("security.protocol", "SASL_PLAINTEXT");
            write(user, settings);
        }

        // when
        List<AppProcess> all = startAll();

        // then
        for (AppProcess app : all) {
            app.assertEndsWith(ExitCode.KAFKA_UNAVAILABLE, 20);
            assertThat(messages(app))
                    .singleElement()
                    .asString()
                    .matches("(producer|transformer|consumer): Kafka at " + kafka.bootstrapServers()
                            + " speaks TLS at this port, and this client does not \\(security.protocol is"
                            + " SASL_PLAINTEXT\\)\\. Set security.protocol to SSL or SASL_SSL, or .*");
        }
    }

    @Test
    void anUnknownCertificateAuthorityIsOneMessageAtOnce() throws Exception {
        // given
        Path otherCa = SecuredKafka.createProfile(folder.resolve("other")).resolve("ca.pem");
        for (String user : List.of("producer", "transformer", "consumer")) {
            Map<String, String> settings = kafka.settings(user);
            settings.put("ssl.truststore.location", otherCa.toString());
            write(user, settings);
        }

        // when
        List<AppProcess> all = startAll();

        // then
        for (AppProcess app : all) {
            app.assertEndsWith(ExitCode.KAFKA_UNAVAILABLE, 20);
            assertThat(messages(app))
                    .singleElement()
                    .asString()
                    .contains(": Kafka at " + kafka.bootstrapServers() + ": its certificate is not trusted: ")
                    .endsWith("ssl.truststore.location, now " + otherCa + ", does not have it");
        }
    }

    @Test
    void aRightThatProducerOrConsumerLackIsOneMessage() throws Exception {
        // given
        kafka.admin()
                .createTopics(List.of(new NewTopic("readable", 1, (short) 1)))
                .all()
                .get();
        kafka.grant(List.of(new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "readable", PatternType.LITERAL),
                new AccessControlEntry("User:consumer", "*", AclOperation.READ, AclPermissionType.ALLOW))));

        // when
        List<AppProcess> all = List.of(
                startProducer(config("producer"), "--topic", "other"),
                start(ConsumerMain.class, environment("consumer"), "--topic", "other"),
                start(ConsumerMain.class, environment("consumer"), "--topic", "readable", "--group", "other"));

        // then
        List<String> lacking = List.of(
                "User:producer lacks the right Write on topic other.",
                "User:consumer lacks the right Read on topic other.",
                "User:consumer lacks the right Read on group other.");
        for (int i = 0; i < all.size(); i++) {
            all.get(i).assertEndsWith(ExitCode.FAILED, 20);
            assertThat(messages(all.get(i))).singleElement().asString().contains(lacking.get(i));
        }
    }

    private List<AppProcess> startAll(String... more) throws IOException {
        return List.of(
                startProducer(folder.resolve("producer.properties"), more),
                startTransformer(folder.resolve("transformer.properties"), more),
                start(ConsumerMain.class, Map.of(), with(more, "--config", folder.resolve("consumer.properties"))));
    }

    private AppProcess startProducer(Path config, String... more) throws IOException {
        return start(ProducerMain.class, Map.of(), with(more, "--config", config));
    }

    private AppProcess startTransformer(Path config, String... more) throws IOException {
        return start(
                TransformerMain.class,
                Map.of("KSTASH_DATA", folder.toString()),
                with(more, "run", "-f", folder.resolve("multi-test.conf"), "--data", folder, "--config", config));
    }

    private AppProcess start(Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("KSTASH_BOOTSTRAP_SERVER", kafka.bootstrapServers());
        AppProcess app = AppProcess.start(main.getName(), folder, all, List.of(arguments));
        apps.add(app);
        return app;
    }

    private static String[] with(String[] more, Object... first) {
        return Stream.concat(Stream.of(first).map(Object::toString), Stream.of(more))
                .toArray(String[]::new);
    }

    private static Path config(String user) {
        return kafka.config(user);
    }

    /** The client configuration of a user as a compose file gives it. */
    private static Map<String, String> environment(String user) throws IOException {
        Map<String, String> environment = new HashMap<>();
        kafka.settings(user)
                .forEach((name, value) -> environment.put(
                        "KSTASH_KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    private void write(String user, Map<String, String> settings) throws IOException {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        Files.write(folder.resolve(user + ".properties"), lines);
    }

    private static List<String> messages(AppProcess app) throws IOException {
        return app.printed()
                .lines()
                .filter(line -> line.matches("(producer|transformer|consumer): .*"))
                .toList();
    }

    private static String get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void assertNoSecret(String printed) throws IOException {
        assertThat(kafka.secrets()).isNotEmpty().noneMatch(printed::contains);
    }
}
