package io.kstash.browser;

import io.kstash.app.LoopbackPorts;
import io.kstash.testing.brokers.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Kafka with a transformer and a console, as a JUnit extension: started once, for all test classes of this module. The
 * pipeline {@code shop} takes topic {@code in} to topic {@code out} and drops what has the id 3.
 */
final class Flow implements BeforeAllCallback {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String PIPELINE = """
            input { kafka { topics => ["in"] group_id => "shop" auto_offset_reset => "earliest" codec => json { ecs_compatibility => disabled } } }
            filter {
              if [id] == 3 { drop { } }
              mutate { add_field => { "seen" => "yes" } }
            }
            output {
              kafka { topic_id => "out" codec => json }
              if [id] > 900 { kafka { topic_id => "late" codec => json } }
            }
            """;

    /** Starts with its first use, and ends with the process: Surefire runs each class as if it were the only one. */
    private static final class Shared {
        static final Running RUNNING = Running.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(RUNNING::close, "end of the flow"));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running();
    }

    private static Running running() {
        return Shared.RUNNING;
    }

    /** {@code host:port} of Kafka. */
    String bootstrapServers() {
        return running().kafka.bootstrapServers();
    }

    Records records() {
        return running().records;
    }

    /** A page of the console, for example {@code topics}. */
    String page(String path) {
        return running().address() + "/#/" + path;
    }

    /** Where the console tells of itself. */
    int consoleMonitoring() {
        return running().ports.get(0);
    }

    /** Where the transformer does. */
    int transformerMonitoring() {
        return running().ports.get(1);
    }

    /** Waits until the transformer tells something of its pipeline. */
    void awaitTransformer(String words) {
        URI page = URI.create("http://localhost:" + transformerMonitoring() + "/pipeline");
        Awaitility.await().ignoreExceptions().atMost(SOON).until(() -> {
            try (InputStream answer = page.toURL().openStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains(words);
            }
        });
    }

    void stopTransformer() {
        running().transformer.close();
    }

    void startTransformer() throws IOException {
        running().transformer = running().startTransformer();
    }

    /** Another app on the same Kafka; the caller closes it. */
    Launched start(String app, String... arguments) throws IOException {
        return Launched.start(running().folder, app, arguments);
    }

    private static final class Running {
        private final TestKafka kafka = new TestKafka();
        private final List<Integer> ports = LoopbackPorts.free(2);
        private final Path folder;
        private final Records records;
        private final Launched console;
        private Launched transformer;
        private String address = "";

        private Running() throws IOException, ExecutionException, InterruptedException {
            folder = Files.createTempDirectory("flow");
            Files.writeString(pipeline(), PIPELINE);
            records = new Records(kafka.bootstrapServers());
            records.create("in");
            transformer = startTransformer();
            console = startConsole();
        }

        static Running start() {
            try {
                return new Running();
            } catch (IOException | ExecutionException | InterruptedException e) {
                throw new IllegalStateException("The flow cannot be started", e);
            }
        }

        /** Of the console, once it is ready. */
        String address() {
            if (address.isEmpty()) {
                address = console.await("Console: (\\S+)");
            }
            return address;
        }

        private Path pipeline() {
            return folder.resolve("shop.conf");
        }

        private Launched startTransformer() throws IOException {
            return Launched.start(
                    folder,
                    "transformer",
                    "run",
                    "-f",
                    pipeline().toString(),
                    "--bootstrap-server",
                    kafka.bootstrapServers(),
                    "--data",
                    folder.toString(),
                    "--http-port",
                    String.valueOf(ports.get(1)));
        }

        private Launched startConsole() throws IOException {
            return Launched.start(
                    folder,
                    "console",
                    "--bootstrap-server",
                    kafka.bootstrapServers(),
                    "--port",
                    "0",
                    "--http-port",
                    String.valueOf(ports.get(0)),
                    "--pipeline",
                    pipeline().toString(),
                    "--transformer",
                    "http://localhost:" + ports.get(1));
        }

        /** What it wrote stays until here, since processes write while they end. */
        void close() {
            console.close();
            transformer.close();
            records.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
