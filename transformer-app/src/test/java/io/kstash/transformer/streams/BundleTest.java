package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {
    private static final BundleDeserializer DESERIALIZER = new BundleDeserializer();

    @Test
    void keepsAllRecordsInOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 1_000; i++) {
            List<ConsumerRecord<byte[], byte[]>> read = records(random);
            int most = 1 + random.nextInt(16);

            List<ConsumerRecord<byte[], byte[]>> bundles = Bundle.of(read, most);

            List<ConsumerRecord<byte[], byte[]>> kept = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> bundle : bundles) {
                List<ConsumerRecord<byte[], byte[]>> records = recordsOf(bundle);
                assertThat(records).as("seed %d", seed).isNotEmpty().hasSizeLessThanOrEqualTo(most);
                assertThat(bundle.offset())
                        .as("seed %d", seed)
                        .isEqualTo(records.get(0).offset());
                assertThat(bundle.timestamp())
                        .as("seed %d", seed)
                        .isEqualTo(records.stream()
                                .mapToLong(ConsumerRecord::timestamp)
                                .max()
                                .orElseThrow());
                kept.addAll(records);
            }
            assertThat(kept).as("seed %d", seed).isEqualTo(read);
        }
    }

    @Test
    void someOfAPartitionLeaveTheRestAndOtherPartitionsToBeReadAgain() {
        // given
        TopicPartition chosen = new TopicPartition("topic", 0);
        TopicPartition other = new TopicPartition("topic", 1);
        TopicPartition marked = new TopicPartition("topic", 2);
        ConsumerRecords<byte[], byte[]> read = new ConsumerRecords<>(
                Map.of(chosen, List.of(record(0, 5), record(1, 6), record(2, 7)), other, List.of(record(7, 5))),
                Map.of(
                        chosen, new OffsetAndMetadata(3),
                        other, new OffsetAndMetadata(8),
                        marked, new OffsetAndMetadata(9)));

        // when
        ConsumerRecords<byte[], byte[]> some = Bundle.some(read, chosen, 1, 2);

        // then
        assertThat(some.records(chosen))
                .singleElement()
                .satisfies(bundle -> assertThat(recordsOf(bundle)).hasSize(2));
        assertThat(some.partitions()).containsExactly(chosen);
        assertThat(some.nextOffsets().get(chosen).offset()).isEqualTo(2);
        assertThat(some.nextOffsets().get(other).offset()).isEqualTo(7);
        assertThat(some.nextOffsets().get(marked).offset()).isEqualTo(9);
        assertThat(Bundle.some(read, chosen, 2, 2).nextOffsets().get(chosen).offset())
                .isEqualTo(3);
    }

    @Test
    void aRecordWithoutATimeIsOneByItself() {
        List<ConsumerRecord<byte[], byte[]>> read =
                List.of(record(0, 5), record(1, 6), record(2, -1), record(3, -1), record(4, 7), record(5, 8));

        List<Integer> sizes = Bundle.of(read, 10).stream()
                .map(bundle -> recordsOf(bundle).size())
                .toList();

        assertThat(sizes).containsExactly(2, 1, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"1000, 8", "10, 16", "4000, 2", "60000, 1", "0, 1"})
    void workOnABundleEndsBeforeItsTransactionDoes(long eventMillis, int most) {
        assertThat(Bundle.mostRecords(Duration.ofMillis(eventMillis))).isEqualTo(most);
    }

    private static List<ConsumerRecord<byte[], byte[]>> recordsOf(ConsumerRecord<byte[], byte[]> bundle) {
        return DESERIALIZER
                .deserialize(bundle.topic(), bundle.headers(), bundle.value())
                .records();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(Random random) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long offset = 0;
        for (int i = random.nextInt(60); i >= 0; i--) {
            offset += 1 + random.nextInt(3);
            records.add(record(offset, random.nextInt(20) == 0 ? -1 : random.nextInt(1_000)));
        }
        return records;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, long timestamp) {
        return new ConsumerRecord<>(
                "in",
                0,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                -1,
                1,
                null,
                new byte[1],
                new RecordHeaders(),
                Optional.empty());
    }
}
