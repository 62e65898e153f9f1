package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The check when there is no Kafka; that it passes when there is one, each app's integration tests show. */
@Timeout(30)
class KafkaReachabilityTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private final AppContext app = new AppContext(
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            stop,
            Map.of());
    private final KafkaClientSettings nobodyThere =
            KafkaClientSettings.of("localhost:" + LoopbackPorts.free(1).get(0));

    @Test
    void saysThatItWaitsAndGivesUpAtTheLimit() {
        KafkaReachability reachability = new KafkaReachability(Duration.ofSeconds(3));

        assertThatThrownBy(() -> reachability.await(nobodyThere, app))
                .isInstanceOfSatisfying(
                        KafkaUnavailableException.class,
                        e -> assertThat(e.exitCode()).isEqualTo(ExitCode.KAFKA_UNAVAILABLE))
                .hasMessage("Kafka at " + nobodyThere.bootstrapServers() + " did not answer within 3 s:"
                        + " start it (scripts/local-kafka), or give its address with --bootstrap-server");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "Kafka at " + nobodyThere.bootstrapServers() + " does not answer yet, waiting up to 3 s");
    }

    @Test
    void aNameThatCannotBeResolvedMayAppearLater() {
        KafkaClientSettings unknown = KafkaClientSettings.of("no-such-host.invalid:9092");

        assertThatThrownBy(() -> new KafkaReachability(Duration.ofSeconds(1)).await(unknown, app))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining("no-such-host.invalid:9092 did not answer within 1 s");
    }

    @Test
    void somethingThatListensButDoesNotAnswerMayWantAnotherProtocol() throws IOException {
        try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            KafkaClientSettings settings = KafkaClientSettings.of("localhost:" + broker.getLocalPort());

            assertThatThrownBy(() -> new KafkaReachability(Duration.ofSeconds(1)).await(settings, app))
                    .isInstanceOf(KafkaUnavailableException.class)
                    .hasMessage("Kafka at " + settings.bootstrapServers() + " did not answer within 1 s: something"
                            + " listens there, but is no Kafka with the security.protocol of this client (PLAINTEXT);"
                            + " see docs/security.md");
        }
    }

    @Test
    void aTlsFailureEndsTheWaitAtOnce() throws IOException {
        try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            answerEveryoneWithoutTls(broker);
            KafkaClientSettings settings =
                    new KafkaClientSettings("localhost:" + broker.getLocalPort(), Map.of("security.protocol", "SSL"));

            assertThatThrownBy(() -> new KafkaReachability(Duration.ofSeconds(20)).await(settings, app))
                    .isInstanceOf(KafkaUnavailableException.class)
                    .hasMessage("Kafka at " + settings.bootstrapServers() + ": it does not speak TLS at this port. Give"
                            + " the port of its TLS listener, or set security.protocol to PLAINTEXT or"
                            + " SASL_PLAINTEXT");
        }
    }

    private static void answerEveryoneWithoutTls(ServerSocket broker) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    try (Socket client = broker.accept()) {
                        client.getInputStream().read();
                        client.getOutputStream().write("this is not TLS".getBytes(StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void settingsThatMakeNoClientAreWrongUsage() {
        KafkaClientSettings settings = new KafkaClientSettings("localhost", Map.of());

        assertThatThrownBy(() -> new KafkaReachability(Duration.ofSeconds(20)).await(settings, app))
                .isInstanceOf(UsageException.class)
                .hasMessage("Kafka client settings are wrong: Invalid url in bootstrap.servers: localhost");
    }

    @Test
    void aStopEndsTheWait() {
        stop.request();

        assertThatThrownBy(() -> new KafkaReachability(Duration.ofSeconds(20)).await(nobodyThere, app))
                .isInstanceOf(StoppedException.class);
    }
}
