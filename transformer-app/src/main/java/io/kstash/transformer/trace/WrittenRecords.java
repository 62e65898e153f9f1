package io.kstash.transformer.trace;

import io.kstash.delivery.DeliveryHeaders;
import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.Source;
import io.kstash.transformer.streams.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Finds what a pipeline wrote for a record: in its ledger, its outputs, its deliveries, its dead letters. */
final class WrittenRecords {
    private final Consumer<byte[], byte[]> consumer;

    WrittenRecords(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** That record itself; empty if there is none, or none that was committed. */
    Optional<ConsumerRecord<byte[], byte[]>> at(Origin record) {
        TopicPartition partition = record.topicPartition();
        return partitions(record.topic()).contains(partition)
                ? new OrderedSearch<>(consumer, found -> Optional.of(found.offset()))
                        .first(partition, record.offset())
                        .filter(found -> found.offset() == record.offset())
                : Optional.empty();
    }

    /** For a message: which records there are instead. */
    String extent(Origin record) {
        TopicPartition partition = record.topicPartition();
        List<TopicPartition> partitions = partitions(record.topic());
        if (!partitions.contains(partition)) {
            return partitions.isEmpty()
                    ? "the topic does not exist"
                    : "the topic has partitions 0 to " + (partitions.size() - 1);
        }
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        return first == end
                ? "the partition is empty"
                : "the partition has offsets " + first + " to " + (end - 1)
                        + ", some of which are no records but marks of transactions";
    }

    /** The entry whose transaction committed that record; empty if there is none up to now. */
    Optional<ConsumerRecord<byte[], byte[]>> ledgerEntry(String ledger, Origin record) {
        String key = record.topic() + "/" + record.partition();
        OrderedSearch<Long> search = new OrderedSearch<>(
                consumer,
                found ->
                        key.equals(text(found.key())) ? Optional.of(entry(found).nextOffset()) : Optional.empty());
        return partitions(ledger).stream()
                .flatMap(partition -> search.first(partition, record.offset() + 1).stream())
                .findFirst();
    }

    static LedgerEntry entry(ConsumerRecord<byte[], byte[]> found) {
        try {
            return LedgerEntry.parse(found.value());
        } catch (IOException foreign) {
            throw new UncheckedIOException(
                    "Topic " + found.topic() + " holds what is no ledger entry: partition " + found.partition()
                            + ", offset " + found.offset(),
                    foreign);
        }
    }

    /**
     * The record that was written for an event.
     *
     * @param output by whose id records of one topic are told apart, where they name an output
     */
    Optional<ConsumerRecord<byte[], byte[]>> find(String topic, String output, Origin record, int index) {
        EventOfRecord wanted = new EventOfRecord(record.offset(), index);
        OrderedSearch<EventOfRecord> search = new OrderedSearch<>(consumer, found -> event(found, output, record));
        return partitions(topic).stream()
                .flatMap(partition -> search.first(partition, wanted).stream())
                .filter(found -> event(found, output, record).equals(Optional.of(wanted)))
                .findFirst();
    }

    private static Optional<EventOfRecord> event(ConsumerRecord<byte[], byte[]> found, String output, Origin record) {
        boolean another = header(found, DeliveryHeaders.OUTPUT)
                .filter(id -> !id.equals(output))
                .isPresent();
        return another
                ? Optional.empty()
                : header(found, Source.HEADER)
                        .flatMap(Source::parse)
                        .filter(source ->
                                source.topic().equals(record.topic()) && source.partition() == record.partition())
                        .map(source -> new EventOfRecord(source.offset(), source.index()));
    }

    static Optional<String> header(ConsumerRecord<?, ?> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : Optional.of(text(header.value()));
    }

    private List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> partitions = consumer.listTopics().getOrDefault(topic, List.of());
        return partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
