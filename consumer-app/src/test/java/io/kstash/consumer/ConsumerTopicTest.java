package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.LoopbackPorts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Before and while there is a topic to read. */
@Timeout(30)
class ConsumerTopicTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final TestTopic topic = new TestTopic();

    @RegisterExtension
    final ConsumerRun consumer = new ConsumerRun(topic);

    @Test
    void waitsForATopicWithoutCreatingIt() throws Exception {
        // given
        consumer.start("--max", "1");
        await().atMost(SOON).until(() -> !consumer.messages().isEmpty());
        assertThat(consumer.messages()).isEqualTo("Topic " + topic.name() + " does not exist yet, waiting for it\n");
        assertThat(topic.exists()).isFalse();

        // when
        topic.createWithValues(1, 1);

        // then
        consumer.requireEndWithin(Duration.ofSeconds(3));
        assertThat(consumer.lines()).containsExactly("value 0");
    }

    @Test
    void aStopEndsTheWaitForATopic() {
        // given
        consumer.start();
        await().atMost(SOON).until(() -> !consumer.messages().isEmpty());

        // when, then
        consumer.stop();
    }

    @Test
    void refusesATopicNameThatKafkaDoesNotAllow() {
        // given
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);

        // when
        int exitCode = new AppMain(Map.of(), stream, stream)
                .execute(new ConsumerCommand(), "--bootstrap-server", topic.bootstrapServers(), "--topic", "a topic");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("consumer: --topic a topic cannot be the name of a topic: ");
    }

    @Test
    void tellsItsHealthAndMetrics() throws Exception {
        // given
        int port = LoopbackPorts.free(1).get(0);
        consumer.start("--http-port", Integer.toString(port));
        await().atMost(SOON).until(() -> !consumer.messages().isEmpty());
        assertThat(get(port, "/health").statusCode()).isEqualTo(503);

        // when
        topic.createWithValues(2, 4);

        // then
        await().atMost(SOON).until(() -> consumer.lines().size() == 4);
        HttpResponse<String> health = get(port, "/health");
        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode body = new ObjectMapper().readTree(health.body());
        assertThat(body.get("status").textValue()).isEqualTo("ready");
        assertThat(body.get("group").textValue()).isEqualTo(topic.name());
        assertThat(body.get("topic").textValue()).isEqualTo(topic.name());
        assertThat(body.get("partitions").toString()).isEqualTo("[0,1]");
        assertThat(body.get("records").intValue()).isEqualTo(4);
        assertThat(get(port, "/metrics").body())
                .contains("kstash_consumer_records_total 4.0")
                .contains("kafka_consumer_fetch_manager_records_lag");
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
