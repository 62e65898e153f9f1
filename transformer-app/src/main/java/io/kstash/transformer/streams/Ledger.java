package io.kstash.transformer.streams;

import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerPage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What became of the records that a group has read since its last commits. Kafka Streams works on a task and commits it in
 * one thread, so each thread has pages of its own, and none is ever seen by another.
 */
final class Ledger {
    private final TopicDirectory.Topic topic;
    private final String pipelineVersion;
    private final CommitLatency latency;
    private final ThreadLocal<Map<TopicPartition, LedgerPage>> pages = ThreadLocal.withInitial(HashMap::new);

    /**
     * A ledger.
     *
     * @param topic where it is kept
     * @param latency of the records in it
     */
    Ledger(TopicDirectory.Topic topic, String pipelineVersion, CommitLatency latency) {
        this.topic = topic;
        this.pipelineVersion = pipelineVersion;
        this.latency = latency;
    }

    /** How long the records in it take until they are committed. */
    CommitLatency latency() {
        return latency;
    }

    /** A page for a partition that a task of this thread reads from now on. */
    LedgerPage open(TopicPartition input) {
        LedgerPage page = new LedgerPage(pipelineVersion, input.topic(), input.partition());
        pages.get().put(input, page);
        return page;
    }

    /** Forgets what is on a page, and the page. */
    void discard(TopicPartition input) {
        pages.get().remove(input);
    }

    /**
     * The records that have to be in the transaction of this thread which commits these offsets. What they tell of is on no
     * page any more.
     */
    List<ProducerRecord<byte[], byte[]>> close(Map<TopicPartition, OffsetAndMetadata> offsets) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(offsets.size());
        offsets.forEach((input, committed) -> {
            LedgerPage page = pages.get().get(input);
            if (page != null) {
                page.close(committed.offset()).forEach(entry -> records.add(record(input, entry)));
            }
        });
        return records;
    }

    private ProducerRecord<byte[], byte[]> record(TopicPartition input, LedgerEntry entry) {
        byte[] key = (input.topic() + "/" + input.partition()).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic.name(), input.partition() % topic.partitions(), key, entry.toBytes());
    }
}
