package io.kstash.transformer.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Some consecutive records of one partition, which Kafka Streams takes for one: what it does for a record takes longer than
 * to read and write it. They come as the headers of that one record, because these are all that a deserializer gets beside the
 * bytes. A transaction commits all of a bundle or nothing.
 */
final class Bundle extends RecordHeaders {
    private static final int MOST_RECORDS = 16;
    /** A transaction that takes longer than 10 s is aborted, and its records come again, for ever if they are slow again. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(8);

    private final List<ConsumerRecord<byte[], byte[]>> records;

    private Bundle(List<ConsumerRecord<byte[], byte[]>> records) {
        this.records = List.copyOf(records);
    }

    /** How many records a bundle may have where the work on one may take so long; zero for any time. */
    static int mostRecords(Duration eventTimeout) {
        return eventTimeout.isZero()
                ? 1
                : (int) Math.max(1, Math.min(LONGEST_WORK.dividedBy(eventTimeout), MOST_RECORDS));
    }

    /** At least one, in offset order. */
    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /**
     * Bundles the records of a partition. A record without a time is one by itself, because Kafka Streams knows the time of
     * the one before it.
     *
     * @return records of which each stands for a bundle, at the offset of its first
     */
    static List<ConsumerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> records, int most) {
        List<ConsumerRecord<byte[], byte[]>> bundles = new ArrayList<>(records.size() / most + 1);
        int start = 0;
        for (int end = 1; end <= records.size(); end++) {
            if (end == records.size() || end - start == most || !hasTime(records, end) || !hasTime(records, start)) {
                bundles.add(standIn(records.subList(start, end)));
                start = end;
            }
        }
        return bundles;
    }

    /**
     * The first bundles of one partition. The next offsets are of all partitions, also of those that went on behind a mark of a
     * transaction only: what is not among the bundles is to be read again.
     *
     * @param most how many bundles
     * @param mostRecords of a bundle
     */
    static ConsumerRecords<byte[], byte[]> some(
            ConsumerRecords<byte[], byte[]> read, TopicPartition chosen, int most, int mostRecords) {
        List<ConsumerRecord<byte[], byte[]>> bundles = of(read.records(chosen), mostRecords);
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(read.nextOffsets());
        read.partitions()
                .forEach(partition ->
                        next.put(partition, offset(read.records(partition).get(0))));
        next.put(
                chosen,
                bundles.size() > most
                        ? offset(bundles.get(most))
                        : read.nextOffsets().get(chosen));
        return new ConsumerRecords<>(Map.of(chosen, bundles.subList(0, Math.min(most, bundles.size()))), next);
    }

    private static OffsetAndMetadata offset(ConsumerRecord<byte[], byte[]> record) {
        return new OffsetAndMetadata(record.offset(), record.leaderEpoch(), "");
    }

    private static boolean hasTime(List<ConsumerRecord<byte[], byte[]>> records, int index) {
        return records.get(index).timestamp() >= 0;
    }

    private static ConsumerRecord<byte[], byte[]> standIn(List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        long latest = first.timestamp();
        int keyBytes = 0;
        int valueBytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            latest = Math.max(latest, record.timestamp());
            keyBytes += Math.max(0, record.serializedKeySize());
            valueBytes += Math.max(0, record.serializedValueSize());
        }
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                latest,
                first.timestampType(),
                keyBytes,
                valueBytes,
                null,
                null,
                new Bundle(records),
                first.leaderEpoch());
    }
}
