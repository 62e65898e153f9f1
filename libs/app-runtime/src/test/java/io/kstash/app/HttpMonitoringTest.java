package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
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
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private volatile Health health = new Health(Health.Status.STARTING, Map.of());
    private HttpMonitoring monitoring;

    @BeforeEach
    void serve() {
        monitoring = HttpMonitoring.start(LOOPBACK, 0, () -> health);
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
    void countsAreToldApartByTheirLabel() throws Exception {
        monitoring.counters("kstash_dropped", "What was dropped", "reason", () -> Map.of("a \"b\"", 3L));

        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("# TYPE kstash_dropped_total counter")
                .contains("kstash_dropped_total{reason=\"a \\\"b\\\"\"} 3.0");
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        assertThatThrownBy(() -> ListenAddress.of("no.such.host.invalid", "--http-host"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--http-host no.such.host.invalid: this machine has no such address");
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> HttpMonitoring.start(LOOPBACK, monitoring.port(), () -> health))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot serve on port " + monitoring.port() + " of 127.0.0.1 (Address already in use):"
                        + " give another one with --http-port, or 0 for a free one");
    }

    @Test
    void aNumberThatIsNoPortIsNamed() {
        assertThatThrownBy(() -> HttpMonitoring.start(LOOPBACK, 70_000, () -> health))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Cannot serve on port 70000 of 127.0.0.1");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + monitoring.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
