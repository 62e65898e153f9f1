package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpMonitoringTest {
    private volatile Health health = new Health(Health.Status.STARTING, Map.of());
    private HttpMonitoring monitoring;

    @BeforeEach
    void serve() {
        monitoring = HttpMonitoring.start(0, () -> health);
    }

    @AfterEach
    void close() {
        monitoring.close();
    }

    @Test
    void healthIsUnavailableUntilTheAppIsReady() throws Exception {
        HttpResponse<String> starting = get("/health");

        health = new Health(Health.Status.READY, Map.of("topics", List.of("a", "b")));
        HttpResponse<String> ready = get("/health");

        assertThat(starting.statusCode()).isEqualTo(503);
        assertThat(starting.body()).isEqualToIgnoringNewLines("{\"status\":\"starting\"}");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualToIgnoringNewLines("{\"status\":\"ready\",\"topics\":[\"a\",\"b\"]}");
    }

    @Test
    void metricsHaveTheAppsNumbersAndTheJvms() throws Exception {
        monitoring.gauge("kstash.lag", "Records to do", () -> 7);
        monitoring.counter("kstash.records", "Records done", () -> 42);

        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("kstash_lag 7.0")
                .contains("# HELP kstash_records_total Records done")
                .contains("kstash_records_total 42.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> HttpMonitoring.start(monitoring.port(), () -> health))
                .isInstanceOf(UsageException.class)
                .hasMessage("Port " + monitoring.port()
                        + " is taken: give another one with --http-port, or 0 for a free one");
    }

    @Test
    void aNumberThatIsNoPortIsNamed() {
        assertThatThrownBy(() -> HttpMonitoring.start(70_000, () -> health))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Cannot serve on port 70000 (--http-port)");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + monitoring.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
