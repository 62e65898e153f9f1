package io.kstash.transformer.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.FailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Which dead letters were sent back: a compacted topic with a record for each partition of the dead letters, written in the
 * transactions that send them. See {@code docs/decisions/008-redrive.md} for why this is no group's offset.
 *
 * @param topic its name
 * @param deadLettersId the id of the dead letters' topic: what was sent from one that was deleted says nothing of a new one
 */
record RedriveLog(String topic, String deadLettersId) {
    /** For a topic that is created: one partition is enough, and nothing is ever forgotten. */
    static final Map<String, String> SETTINGS = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(32 * 1024 * 1024));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was sent of each partition of the dead letters, as far as it is committed. */
    Map<Integer, OffsetRanges> read(PartitionReader reader) {
        Map<Integer, OffsetRanges> sent = new HashMap<>();
        reader.read(new TopicPartition(topic, 0), records -> records.forEach(record -> put(record, sent)));
        return sent;
    }

    private void put(ConsumerRecord<byte[], byte[]> record, Map<Integer, OffsetRanges> sent) {
        try {
            Entry entry = JSON.readValue(record.value(), Entry.class);
            if (entry.deadLettersId.equals(deadLettersId)) {
                sent.put(
                        Integer.valueOf(new String(record.key(), StandardCharsets.UTF_8)), OffsetRanges.of(entry.sent));
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new FailedException(
                    "Record " + record.offset() + " of topic " + topic
                            + " cannot be read, so nobody knows what was sent back already: was it written by another"
                            + " program, or by a newer kstash?",
                    unreadable);
        }
    }

    /** The record that says so of a partition. */
    ProducerRecord<byte[], byte[]> record(int partition, OffsetRanges sent) {
        try {
            byte[] key = Integer.toString(partition).getBytes(StandardCharsets.UTF_8);
            return new ProducerRecord<>(topic, 0, key, JSON.writeValueAsBytes(new Entry(deadLettersId, sent.asList())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A record's value.
     *
     * @param sent pairs of the first offset and the one behind the last
     */
    record Entry(String deadLettersId, List<List<Long>> sent) {}
}
