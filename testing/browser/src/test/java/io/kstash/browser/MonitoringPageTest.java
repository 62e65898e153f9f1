package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.LoopbackPorts;
import io.kstash.testing.brokers.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code docs/monitoring.md} lists, the apps have, and they have nothing of ours that it does not list. */
@Timeout(60)
class MonitoringPageTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern NAME = Pattern.compile("(?<![a-z_])(kstash|kafka)_[a-z_]+[a-z]");

    @RegisterExtension
    static final Flow flow = new Flow();

    /** Its tables and alerts. */
    private static String page;

    @BeforeAll
    static void read() throws Exception {
        page = Files.readAllLines(Repository.root().resolve("docs/monitoring.md")).stream()
                .filter(line -> line.startsWith("|") || line.contains("expr:"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theAppsHaveTheMetricsThatThePageLists() throws Exception {
        List<Integer> more = LoopbackPorts.free(2);
        try (Launched producer = start("producer", more.get(0), "--count", "0", "--rate", "5");
                Launched consumer = start("consumer", more.get(1))) {
            List<Integer> ports =
                    List.of(flow.transformerMonitoring(), flow.consoleMonitoring(), more.get(0), more.get(1));

            await().atMost(SOON).ignoreException(UncheckedIOException.class).untilAsserted(() -> {
                Set<String> metrics = new TreeSet<>();
                ports.forEach(port -> metrics.addAll(names(get(port, "/metrics"))));
                assertThat(metrics).containsAll(names(page));
                assertThat(names(page))
                        .containsAll(metrics.stream()
                                .filter(name -> name.startsWith("kstash_"))
                                .toList());
                assertThat(ports)
                        .allSatisfy(port -> assertThat(get(port, "/health")).contains("\"status\":\"ready\""));
            });
        }
    }

    private static Launched start(String app, int monitoring, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--bootstrap-server",
                flow.bootstrapServers(),
                "--topic",
                "monitored",
                "--http-port",
                String.valueOf(monitoring)));
        arguments.addAll(List.of(more));
        return flow.start(app, arguments.toArray(String[]::new));
    }

    /** A histogram is listed with its own name; it has several, as its buckets. */
    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(text)
                .results()
                .forEach(found -> names.add(found.group().replaceFirst("_(bucket|sum|count)$", "")));
        return names;
    }

    private static String get(int port, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            throw new UncheckedIOException(notYet);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
