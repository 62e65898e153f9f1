package io.kstash.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kstash.testing.brokers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class DeadLettersApiTest {
    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    @Test
    void deadLettersAreCountedByWhatWasWrongTheMostFrequentFirst() throws Exception {
        try (TestTopics topics = new TestTopics(kafka.bootstrapServers());
                RunningConsole console = RunningConsole.on(kafka.bootstrapServers());
                KafkaProducer<byte[], byte[]> producer = topics.producer(Map.of())) {
            // given
            topics.admin()
                    .createTopics(List.of(new NewTopic("p-dead-letters", 1, (short) 1)))
                    .all()
                    .get();
            producer.send(letter("1", "too large")).get();
            producer.send(letter("2", "no date")).get();
            producer.send(letter("3", "no date")).get();

            // when
            JsonNode problems = console.get("dead-letters").at("/0/problems");

            // then
            assertThat(problems.findValuesAsText("reason")).containsExactly("no date", "too large");
            assertThat(problems.at("/0/count").asInt()).isEqualTo(2);
            assertThat(problems.at("/0/place").asText()).isEqualTo("p.conf:3:5");
            assertThat(problems.at("/0/examples/0/value/text").asText()).isEqualTo("3");
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(String value, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>("p-dead-letters", bytes(value));
        letter.headers()
                .add("kstash.dead-letter.stage", bytes("filter date"))
                .add("kstash.dead-letter.place", bytes("p.conf:3:5"))
                .add("kstash.dead-letter.reason", bytes(reason));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
