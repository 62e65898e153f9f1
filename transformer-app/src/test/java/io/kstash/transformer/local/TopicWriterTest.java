package io.kstash.transformer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.FailedException;
import io.kstash.localkafka.LocalKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TopicWriterTest {
    @TempDir
    static Path folder;

    private static LocalKafka kafka;

    @BeforeAll
    static void startKafka() {
        kafka = LocalKafka.builder().data(folder).start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void eventsReachTheTopicOfEachWithItsKey() throws Exception {
        LocalPipeline pipeline = new LocalPipeline("input { generator { count => 2 lines => ['x', 'y'] } }"
                        + "output { kafka { topic_id => 'events-%{message}' message_key => 'k%{message}'"
                        + "  codec => plain { format => '%{message}%{[event][sequence]}' } } }")
                .kafka(kafka.bootstrapServers());

        RunCounts counts = pipeline.run();

        assertThat(counts).isEqualTo(new RunCounts(4, 4, 0, 0));
        assertThat(recordsOf("events-x")).containsExactly("kx=x0", "kx=x1");
        assertThat(recordsOf("events-y")).containsExactly("ky=y0", "ky=y1");
    }

    @Test
    void anImpossibleTopicIsNamed() {
        LocalPipeline pipeline = new LocalPipeline(
                        "input { generator { count => 1 } } output { kafka { topic_id => 'no topic' } }")
                .kafka(kafka.bootstrapServers());

        assertThatThrownBy(pipeline::run)
                .isInstanceOf(FailedException.class)
                .hasMessageStartingWith("Cannot write topic no topic: ");
    }

    private static List<String> recordsOf(String topic) {
        List<String> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int expected = consumer.endOffsets(partitions).values().stream()
                    .mapToInt(Long::intValue)
                    .sum();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(entry -> records.add(entry.key() + "=" + entry.value()));
                return records.size() >= expected;
            });
        }
        return records;
    }
}
