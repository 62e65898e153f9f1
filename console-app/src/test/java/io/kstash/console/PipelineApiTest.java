package io.kstash.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.kstash.testing.brokers.TestKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console sees of a transformer, which is a server of this test here, and of its topics. */
@Timeout(60)
class PipelineApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String HEALTH =
            "{\"status\":\"ready\",\"group\":\"shop\",\"inputTopics\":[\"topic-.*\",\"not-yet\"]}";
    private static final String PLAN =
            "{\"counts\":{\"read\":0,\"emitted\":0},\"latency\":{\"boundsMillis\":[],\"counts\":[]}}";

    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    @Test
    void whatComesIntoAPatternsTopicsIsSeenAlsoWhileTheTransformerIsAway() throws Exception {
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers())) {
            // given
            String topic = topics.create(1, Map.of());
            HttpServer transformer = transformer();
            try (RunningConsole console = RunningConsole.on(
                    kafka.bootstrapServers(),
                    "--transformer",
                    "http://localhost:" + transformer.getAddress().getPort())) {
                await().atMost(SOON).until(() -> status(console).equals("ready"));

                // when
                transformer.stop(0);
                await().atMost(SOON).until(() -> status(console).equals("away"));
                topics.send(topic, 0, 0, "one");

                // then
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(console.get("pipeline").path("history"))
                                .anySatisfy(
                                        point -> assertThat(point.path("sent").asDouble())
                                                .isPositive()));
            }
        }
    }

    private static String status(RunningConsole console) throws IOException, InterruptedException {
        JsonNode picture = console.get("pipeline");
        return picture.path("status").asText();
    }

    private static HttpServer transformer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, "/health", HEALTH);
        serve(server, "/pipeline", PLAN);
        server.start();
        return server;
    }

    private static void serve(HttpServer server, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
