package io.kstash.console.records;

import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.web.ApiException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Finds a record by its place. Thread-safe. */
public final class SingleRecord {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaAccess kafka;

    public SingleRecord(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /**
     * The record at an offset.
     *
     * @throws ApiException if there is none
     */
    public ConsumerRecord<byte[], byte[]> at(String topic, int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        Deadline deadline = Deadline.in(LIMIT);
        try (Consumer<byte[], byte[]> consumer = kafka.consumer(IsolationLevel.READ_UNCOMMITTED)) {
            consumer.assign(List.of(place));
            consumer.seek(place, offset);
            while (consumer.position(place) == offset && !deadline.isOver()) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    return require(message, offset);
                }
            }
        } catch (OffsetOutOfRangeException gone) {
            throw missing(offset);
        }
        throw missing(offset);
    }

    private static ConsumerRecord<byte[], byte[]> require(ConsumerRecord<byte[], byte[]> message, long offset) {
        if (message.offset() != offset) {
            throw missing(offset);
        }
        return message;
    }

    private static ApiException missing(long offset) {
        return ApiException.notFound("There is no record at offset " + offset
                + ": it was deleted or compacted, is not there yet, or is the mark of a transaction");
    }
}
