package io.kstash.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Serves {@code /health} as JSON and {@code /metrics} as Prometheus text. */
final class HttpMonitoring implements Monitoring {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HealthCheck health;
    private final HttpServer server;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentLinkedQueue<MeterBinder> binders = new ConcurrentLinkedQueue<>();

    private HttpMonitoring(HttpServer server, HealthCheck health) {
        this.server = server;
        this.health = health;
    }

    /**
     * Starts serving.
     *
     * @param address to listen on
     * @param port 0 takes a free one
     * @throws UsageException if nobody can listen there
     */
    static HttpMonitoring start(InetAddress address, int port, HealthCheck health) {
        HttpMonitoring monitoring = new HttpMonitoring(listen(address, port), health);
        for (MeterBinder binder : List.of(
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics())) {
            monitoring.bind(() -> binder);
        }
        monitoring.server.createContext("/health", monitoring::answerHealth);
        monitoring.server.createContext("/metrics", monitoring::answerMetrics);
        monitoring.server.start();
        return monitoring;
    }

    private static HttpServer listen(InetAddress address, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                    "Cannot serve on port " + port + " of " + address.getHostAddress() + " (" + e.getMessage()
                            + "): give another one with --http-port, or 0 for a free one",
                    e);
        }
    }

    /** The port that is served, also when a free one was asked for. */
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void gauge(String name, String description, LongSupplier value) {
        Gauge.builder(name, value::getAsLong).description(description).register(registry);
    }

    @Override
    public void counter(String name, String description, LongSupplier value) {
        // The registry refers to the second argument weakly, to the function strongly.
        FunctionCounter.builder(name, this, self -> value.getAsLong())
                .description(description)
                .register(registry);
    }

    @Override
    public void counters(String name, String description, String label, Supplier<Map<String, Long>> values) {
        registry.getPrometheusRegistry().register(new LabelledCounter(name, description, label, values));
    }

    @Override
    public void histogram(String name, String description, DurationHistogram durations) {
        // Micrometer has no histogram whose counts are kept elsewhere; the registry below it has.
        registry.getPrometheusRegistry().register(new DurationCollector(name, description, durations));
    }

    @Override
    public void page(String path, Supplier<Map<String, ?>> content) {
        server.createContext(path, exchange -> answer(exchange, OK, "application/json", json(content.get()) + "\n"));
    }

    @Override
    public void bind(Supplier<MeterBinder> binder) {
        MeterBinder meters = binder.get();
        binders.add(meters); // A binder whose meters refer to it weakly must not be collected.
        meters.bindTo(registry);
    }

    private void answerHealth(HttpExchange exchange) throws IOException {
        Health current = health.check();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", current.status().text());
        body.putAll(current.details());
        answer(
                exchange,
                current.status() == Health.Status.READY ? OK : UNAVAILABLE,
                "application/json",
                json(body) + "\n");
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON values", e);
        }
    }

    private void answerMetrics(HttpExchange exchange) throws IOException {
        answer(exchange, OK, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        registry.close();
    }
}
