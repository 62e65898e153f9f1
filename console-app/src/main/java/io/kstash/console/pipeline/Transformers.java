package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the running transformers, at their {@code --http-port}, what they do: the one at an address, or all that share the work
 * behind a name. Thread-safe.
 */
final class Transformers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS =
            Math.toIntExact(Duration.ofSeconds(2).toMillis());
    private static final List<String> WORST_FIRST = List.of("failed", "stopping", "starting", "ready");

    private final URI address;

    Transformers(URI address) {
        this.address = address;
    }

    /** How the worst of them is, and how many {@code instances} answer; empty if none does. */
    Optional<JsonNode> health() {
        List<JsonNode> answers = get("/health");
        return answers.stream()
                .min(Comparator.comparingInt(
                        health -> WORST_FIRST.indexOf(health.path("status").asText())))
                .map(worst -> ((ObjectNode) worst).put("instances", answers.size()));
    }

    /** Their plan with what went through each part. */
    Optional<JsonNode> plan() {
        return get("/pipeline").stream().reduce(PlanSum::of);
    }

    private List<JsonNode> get(String path) {
        return hosts().flatMap(host -> get(host, path).stream())
                .filter(ObjectNode.class::isInstance)
                .toList();
    }

    /** Of one kind, or a process that listens for both would be counted twice. */
    private Stream<InetAddress> hosts() {
        try {
            InetAddress[] all = InetAddress.getAllByName(address.getHost());
            return Arrays.stream(all).filter(host -> host.getClass() == all[0].getClass());
        } catch (UnknownHostException notYet) {
            return Stream.empty();
        }
    }

    private Optional<JsonNode> get(InetAddress host, String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    new URL("http", host.getHostAddress(), address.getPort(), path).openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            // One that starts or stops answers 503, and tells of itself all the same.
            try (InputStream body = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream()) {
                return Optional.ofNullable(body == null ? null : JSON.readTree(body));
            }
        } catch (IOException away) {
            return Optional.empty();
        }
    }
}
