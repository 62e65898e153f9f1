package io.kstash.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kstash.testing.brokers.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Topics, groups, and what moves. */
@Timeout(60)
class ClusterApiTest {
    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    private static TestTopics topics;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        topics = new TestTopics(kafka.bootstrapServers());
        console = RunningConsole.on(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        console.close();
        topics.close();
    }

    @Test
    void aTopicTellsItsSizeAndWhatIsSpecialAboutIt() throws Exception {
        // given
        String topic = topics.create(3, Map.of("max.message.bytes", "60000"));
        topics.send(topic, 1, 5, "a");
        topics.send(topic, 1, 6, "b");

        // when
        JsonNode listed = find(console.get("topics"), "name", topic);
        JsonNode details = console.get("topics/" + topic).at("/picture/topic");

        // then
        assertThat(listed.path("partitions").asInt()).isEqualTo(3);
        assertThat(listed.path("records").asInt()).isEqualTo(2);
        assertThat(listed.path("bytes").asInt()).isPositive();
        assertThat(listed.path("changedSettings").findValuesAsText("name"))
                .containsExactly("max.message.bytes", "retention.ms");
        assertThat(listed.path("changedSettings").findValuesAsText("value")).containsExactly("60000", "-1");
        assertThat(details.path("settings").findValuesAsText("name")).contains("retention.ms", "cleanup.policy");
        assertThat(details.at("/partitions/1/end").asInt()).isEqualTo(2);
        assertThat(details.at("/partitions/0/end").asInt()).isZero();
        assertThat(details.at("/partitions/0/inSync").toString()).isEqualTo("[1]");
    }

    @Test
    void aGroupsLagGrowsAndFalls() throws Exception {
        // given
        String topic = topics.create(1, Map.of());
        topics.send(topic, 0, 5, "a");
        topics.send(topic, 0, 6, "b");

        // when
        consume(topic, 1);
        JsonNode ofTopic = console.get("topics/" + topic);
        JsonNode behind = find(console.get("groups"), "name", "g-" + topic);
        consume(topic, 1);
        JsonNode caughtUp = find(console.get("groups"), "name", "g-" + topic);

        // then
        assertThat(behind.path("lag").asInt()).isEqualTo(1);
        assertThat(behind.at("/partitions/0/committed").asInt()).isEqualTo(1);
        assertThat(behind.at("/partitions/0/end").asInt()).isEqualTo(2);
        assertThat(ofTopic.path("asOf").asLong()).isPositive();
        assertThat(ofTopic.at("/picture/topic/partitions/0/end").asInt()).isEqualTo(2);
        assertThat(ofTopic.at("/picture/readers"))
                .hasToString("[{\"group\":\"g-" + topic + "\",\"partition\":0,\"committed\":1}]");
        assertThat(caughtUp.path("lag").asInt()).isZero();
    }

    @Test
    void aTailSendsWhatComesInAndCountsWhatIsTooMuchToRead() throws Exception {
        // given
        String topic = topics.create(1, Map.of());
        topics.send(topic, 0, 1, "before");
        List<String> lines = new ArrayList<>();
        try (Stream<String> feed =
                console.follow("topics/" + topic + "/records").body()) {
            Iterator<String> incoming = feed.iterator();
            while (incoming.hasNext() && !incoming.next().equals("event: ready")) {}

            // when
            for (int i = 0; i < 100; i++) {
                topics.send(topic, 0, 1, "n" + i + ".");
            }
            CompletableFuture.runAsync(() -> {
                        while (incoming.hasNext() && !String.join("", lines).contains("n99.")) {
                            lines.add(incoming.next());
                        }
                    })
                    .get(20, TimeUnit.SECONDS);
        }

        // then
        String all = String.join("", lines);
        assertThat(all).contains("event: records", "n99.").doesNotContain("before");
        long shown = all.split("\"offset\":", -1).length - 1L;
        long skipped = Stream.of(all.split("\"skipped\":", -1))
                .skip(1)
                .mapToLong(text -> Long.parseLong(text.replaceFirst("\\D.*", "")))
                .sum();
        assertThat(shown + skipped).isEqualTo(100);
    }

    private static void consume(String topic, int records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "g-" + topic,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "max.poll.records",
                records);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            int read = 0;
            while (read == 0) {
                read = consumer.poll(Duration.ofSeconds(1)).count();
            }
            consumer.commitSync();
        }
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
