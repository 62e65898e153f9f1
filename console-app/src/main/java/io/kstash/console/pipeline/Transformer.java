package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks a running transformer, at its {@code --http-port}, what it does. Thread-safe. */
final class Transformer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS =
            Math.toIntExact(Duration.ofSeconds(2).toMillis());

    private final URI address;

    Transformer(URI address) {
        this.address = address;
    }

    /** How it is; empty if it does not answer. */
    Optional<JsonNode> health() {
        return get("/health");
    }

    /** Its plan with what went through each part. */
    Optional<JsonNode> plan() {
        return get("/pipeline");
    }

    private Optional<JsonNode> get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve(path).toURL().openConnection();
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
