package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.kstash.app.AppContext;
import io.kstash.app.FailedException;
import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import io.kstash.app.UsageException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starting, watching and stopping processes, with shell scripts in the place of the apps. */
@Timeout(30)
class FlowAppsTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    /** Runs until it is told to stop, and says so. */
    private static final String WORKS = "trap 'echo $0 >>order; exit 0' TERM; while :; do sleep 0.05; done";

    @TempDir
    Path folder;

    private final StopSignal stop = new StopSignal();
    private final ChildProcesses children = new ChildProcesses();
    private DataFolder data;

    @BeforeEach
    void openData() {
        data = DataFolder.open(folder, folder, false);
    }

    @AfterEach
    void killAll() {
        children.killAll();
        data.close();
    }

    @Test
    void anAppThatRefusesItsOptionsIsWrongUsageWithItsOwnWords() {
        FlowApps apps = apps("echo 'transformer: line 3 is wrong' >&2; exit 2");

        AppHealth health = apps.startTransformer();

        assertThatThrownBy(() -> apps.awaitReady(FlowApps.TRANSFORMER, health))
                .isInstanceOf(UsageException.class)
                .hasMessage("transformer ended with exit code 2 (" + data.log("transformer") + "):\n"
                        + "  transformer: line 3 is wrong");
    }

    @Test
    void anAppThatDiesIsAFailure() {
        FlowApps apps = apps("exit 7");

        AppHealth health = apps.startConsumer("events");

        assertThatThrownBy(() -> apps.awaitReady(FlowApps.CONSUMER, health))
                .isInstanceOf(FailedException.class)
                .hasMessageStartingWith("consumer ended with exit code 7");
    }

    @Test
    void aStopEndsTheWaitForAnApp() {
        FlowApps apps = apps(WORKS);
        AppHealth health = apps.startKafka();
        stop.request();

        assertThatThrownBy(() -> apps.awaitReady(FlowApps.KAFKA, health)).isInstanceOf(StoppedException.class);
    }

    @Test
    void theRunsIdComesFromTheProducersFirstLine() throws InterruptedException {
        FlowApps apps = apps("echo 'run m1x2: 2 producers send'; exec sleep 20");

        ChildProcess producer = apps.startProducer("events");

        assertThat(apps.awaitRunId(producer)).isEqualTo("m1x2");
    }

    @Test
    void aRunThatIsOverAtOnceHasAnIdToo() throws InterruptedException {
        FlowApps apps = apps("echo 'run m1x2: 1 producer sends'");

        ChildProcess producer = apps.startProducer("events");

        assertThat(apps.awaitRunId(producer)).isEqualTo("m1x2");
    }

    @Test
    void producersThatRefuseTheirOptionsAreWrongUsage() {
        FlowApps apps = apps("echo 'producer: no such rate'; exit 2");

        ChildProcess producer = apps.startProducer("events");

        assertThatThrownBy(() -> apps.awaitRunId(producer))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("producer: no such rate");
    }

    @Test
    void appsAreToldWhereTheDataIs() {
        FlowApps apps = apps("echo $KSTASH_DATA $KSTASH_CHILD");

        ChildProcess producer = apps.startProducer("events");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(producer.lastPrinted()).containsExactly(folder + " true"));
    }

    @Test
    void allStopInTheOrderOfTheFlow() throws Exception {
        FlowApps apps = apps("cd " + folder + "; echo ready; " + WORKS);
        apps.startKafka();
        apps.startTransformer();
        apps.startConsumer("events");
        apps.startProducer("events");
        apps.startConsole(8, new AppHealth(7));
        for (String app : List.of("local-kafka", "transformer", "consumer", "producer", "console")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> Files.size(data.log(app)) > 0);
        }

        apps.stop();

        List<String> order = Files.readAllLines(folder.resolve("order"));
        assertThat(order).hasSize(5).startsWith("producer").endsWith("local-kafka");
    }

    @Test
    void theTransformerTellsWhatItReadsBeforeItIsReady() throws Exception {
        FlowApps apps = apps(WORKS);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            byte[] body = "{\"status\":\"starting\",\"inputTopics\":[\"in\"]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            List<String> topics =
                    apps.awaitInputTopics(new AppHealth(server.getAddress().getPort()));

            assertThat(topics).containsExactly("in");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theAuditsJsonIsReadAlthoughItFoundSomething() throws Exception {
        FlowApps apps = apps("echo 'Warning: of something' >&2; echo '{\"lost\": 1}'; exit 1");

        assertThat(apps.audit().path("lost").asLong()).isEqualTo(1);
    }

    @Test
    void anAuditThatCannotBeDoneIsAFailureInItsOwnWords() {
        FlowApps apps = apps("echo 'consumer: the journal is damaged' >&2; exit 1");

        assertThatThrownBy(apps::audit)
                .isInstanceOf(FailedException.class)
                .hasMessageStartingWith("audit ended with exit code 1 (" + data.log("audit"))
                .hasMessageContaining("consumer: the journal is damaged");
    }

    private FlowApps apps(String script) {
        FlowPlan plan = new FlowPlan(2, 10, "1", 1, folder.resolve("p.conf"), 9, OptionalInt.empty(), false);
        Launchers shell = (app, arguments) -> List.of("bash", "-c", script, app);
        return new FlowApps(plan, data, shell, children, new AppContext(NOWHERE, NOWHERE, stop, Map.of()));
    }
}
