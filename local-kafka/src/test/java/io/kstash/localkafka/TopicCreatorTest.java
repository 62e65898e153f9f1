package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.kstash.app.TopicCreator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreatorTest {
    /** So many that their logs take longer to make than a producer takes to send. */
    private static final int PARTITIONS = 150;

    @TempDir
    Path folder;

    /** A producer that retries hides the gap, until the wrong one of its batches comes first. */
    @Test
    void eachPartitionOfANewTopicTakesTheFirstRecordThatIsSent() throws Exception {
        try (LocalKafka kafka = LocalKafka.builder().data(folder).start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "enable.idempotence",
                                false,
                                "retries",
                                0),
                        new StringSerializer(),
                        new StringSerializer())) {
            TopicCreator topics = new TopicCreator(admin);
            topics.create(new NewTopic("connected", Optional.of(1), Optional.empty()));
            producer.partitionsFor("connected");

            // when
            topics.create(new NewTopic("fresh", Optional.of(PARTITIONS), Optional.empty()));
            List<Future<RecordMetadata>> sent = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> producer.send(new ProducerRecord<>("fresh", partition, "key", "value")))
                    .toList();

            // then
            for (Future<RecordMetadata> record : sent) {
                assertThatCode(record::get).doesNotThrowAnyException();
            }
        }
    }
}
