package io.kstash.console;

import static io.kstash.console.RunningConsole.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.testing.brokers.TestKafka;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class RecordsApiTest {
    private static final long NOON = 1_700_000_000_000L;

    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    private static TestTopics topics;
    private static RunningConsole console;
    private static String large;

    /** 120 records, one a second, in turns in two partitions. */
    @BeforeAll
    static void start() throws Exception {
        topics = new TestTopics(kafka.bootstrapServers());
        console = RunningConsole.on(kafka.bootstrapServers());
        large = topics.create(2, Map.of());
        for (int i = 0; i < 120; i++) {
            String value = "{\"id\":" + i + ",\"user\":{\"name\":\"u" + i % 10 + "\"}}";
            topics.send(large, i % 2, NOON + i * 1000L, value);
        }
    }

    @AfterAll
    static void stop() {
        console.close();
        topics.close();
    }

    @Test
    void pagesGoThroughAllPartitionsInTheOrderOfTimeAndBack() throws Exception {
        // when
        JsonNode first = page(large, "from=beginning");
        JsonNode second =
                page(large, "from=" + encoded("at:" + first.path("end").asText()));
        JsonNode third =
                page(large, "from=" + encoded("at:" + second.path("end").asText()));
        JsonNode back = page(
                large,
                "direction=back&from=" + encoded("at:" + third.path("start").asText()));

        // then
        assertThat(ids(first)).containsExactlyElementsOf(numbers(0, 50));
        assertThat(ids(second)).containsExactlyElementsOf(numbers(50, 100));
        assertThat(ids(third)).containsExactlyElementsOf(numbers(100, 120));
        assertThat(ids(back)).containsExactlyElementsOf(numbers(50, 100));
        assertThat(first.path("previous").asBoolean()).isFalse();
        assertThat(first.path("next").asBoolean()).isTrue();
        assertThat(third.path("next").asBoolean()).isFalse();
        assertThat(third.path("previous").asBoolean()).isTrue();
    }

    @Test
    void aPageStartsAtTheEndAtAnOffsetOrAtATime() throws Exception {
        assertThat(ids(page(large, "from=end"))).containsExactlyElementsOf(numbers(70, 120));
        assertThat(ids(page(large, "partition=1&from=" + encoded("offset:57")))).containsExactly(115L, 117L, 119L);
        assertThat(ids(page(large, "from=" + encoded("time:" + (NOON + 117_500)))))
                .containsExactly(118L, 119L);
        assertThat(ids(page(large, "from=" + encoded("offset:999999")))).isEmpty();
    }

    @Test
    void aFilterLooksForTextsAndFieldsAndSaysHowFarItLooked() throws Exception {
        JsonNode byField = page(large, "filter=" + encoded("user.name=u3"));
        JsonNode both = page(large, "filter=" + encoded("user.name=u3 \"id\\\":11\""));
        JsonNode byText = page(large, "filter=" + encoded("U7"));

        assertThat(ids(byField)).containsExactly(3L, 13L, 23L, 33L, 43L, 53L, 63L, 73L, 83L, 93L, 103L, 113L);
        assertThat(byField.path("looked").asLong()).isEqualTo(120);
        assertThat(byField.path("stopped").asText()).isEqualTo("end");
        assertThat(ids(byText)).hasSize(12).startsWith(7L, 17L);
        assertThat(ids(both)).isEmpty();
    }

    @Test
    void whatWasAbortedIsSeenOnlyOnRequest() throws Exception {
        // given
        String topic = topics.create(1, Map.of());
        try (KafkaProducer<byte[], byte[]> producer = topics.producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "{\"id\":1}".getBytes(StandardCharsets.UTF_8)))
                    .get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "{\"id\":2}".getBytes(StandardCharsets.UTF_8)))
                    .get();
            producer.commitTransaction();
        }

        // then
        assertThat(ids(page(topic, "from=beginning"))).containsExactly(2L);
        assertThat(ids(page(topic, "from=end"))).containsExactly(2L);
        assertThat(ids(page(topic, "from=beginning&uncommitted=yes"))).containsExactly(1L, 2L);
    }

    @Test
    void largeValuesAreCutAndCanBeSavedWhole() throws Exception {
        // given
        String topic = topics.create(1, Map.of("max.message.bytes", "20000000"));
        byte[] value = "é".repeat(5_000_000).getBytes(StandardCharsets.UTF_8);
        topics.send(topic, 0, NOON, value);

        // when
        JsonNode preview = page(topic, "").at("/records/0/value");
        JsonNode shown = console.get("topics/" + topic + "/records/0/0").path("value");
        JsonNode most = console.get("topics/" + topic + "/records/0/0?all=yes").path("value");
        HttpResponse<byte[]> whole = console.send("/api/topics/" + topic + "/records/0/0/value");

        // then
        assertThat(preview.path("text").asText()).isEqualTo("é".repeat(1000));
        assertThat(preview.path("size").asInt()).isEqualTo(10_000_000);
        assertThat(preview.path("cut").asBoolean()).isTrue();
        assertThat(shown.path("text").asText()).hasSize(32 * 1024);
        assertThat(most.path("text").asText()).hasSize(512 * 1024);
        assertThat(whole.body()).isEqualTo(value);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + topic + "-0-0.bin\"");
    }

    @Test
    void whatIsNotThereIsSaidInAMessage() throws Exception {
        assertThat(error("topics/nowhere/records")).isEqualTo("404 There is no topic nowhere");
        assertThat(error("topics/" + large + "/records?partition=7"))
                .isEqualTo("404 There is no topic " + large + " with a partition 7");
        assertThat(error("topics/" + large + "/records/0/60"))
                .isEqualTo("404 There is no record at offset 60: it was deleted or compacted, is not there yet, or is"
                        + " the mark of a transaction");
        assertThat(error("topics/" + large + "/records?from=then"))
                .isEqualTo("400 from=then: say beginning, end, offset:N or time:MILLIS");
        assertThat(error("topics/" + large + "/records?from=" + encoded("at:x")))
                .isEqualTo("400 No place in a topic: x");
    }

    private static String error(String path) throws Exception {
        HttpResponse<byte[]> response = console.send("/api/" + path);
        String message =
                new ObjectMapper().readTree(response.body()).path("error").asText();
        return response.statusCode() + " " + message;
    }

    private static JsonNode page(String topic, String query) throws Exception {
        return console.get("topics/" + topic + "/records?" + query);
    }

    private static List<Long> ids(JsonNode page) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode record : page.path("records")) {
            String text = record.at("/value/text").asText();
            ids.add(Long.parseLong(text.replaceFirst("^\\{\"id\":([0-9]+).*", "$1")));
        }
        return ids;
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
