package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks another app on this machine how it is. */
final class AppHealth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final URI address;

    AppHealth(int port) {
        this.address = URI.create("http://localhost:" + port + "/health");
    }

    URI address() {
        return address;
    }

    /** What it answers; empty as long as it does not. */
    Optional<JsonNode> ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            boolean fine = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = fine ? connection.getInputStream() : connection.getErrorStream()) {
                return Optional.ofNullable(body == null ? null : JSON.readTree(body));
            }
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** Whether it answers that it does its work. */
    static boolean isReady(JsonNode health) {
        return health.path("status").asText().equals("ready");
    }
}
