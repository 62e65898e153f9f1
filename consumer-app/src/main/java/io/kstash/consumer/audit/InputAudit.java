package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.consumer.audit.Finding.Records;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Takes the records of the input topics: whether the ledger has each, and who sent it. For one thread. */
final class InputAudit {
    private static final String REDRIVEN = "kstash.redriven-from";

    private final Ledger ledger;
    private final Findings findings;
    private final Producers producers;
    private final Map<AuditedPartition, Tally> partitions = new LinkedHashMap<>();
    private final Set<AuditedPartition> withEarlier = new HashSet<>();

    InputAudit(Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
        this.producers = new Producers(findings);
        ledger.partitions().forEach(partition -> partitions.put(partition, new Tally()));
    }

    void take(ConsumerRecord<?, ?> message) {
        AuditedPartition partition =
                Objects.requireNonNull(ledger.partition(new TopicPartition(message.topic(), message.partition())));
        long offset = message.offset();
        Optional<ProducerHeader> header =
                RecordHeader.text(message, ProducerHeader.NAME).flatMap(ProducerHeader::parse);
        boolean again = message.headers().lastHeader(REDRIVEN) != null;
        Optional<ProducerTally> producer = producers.of(header);
        if (producer.isPresent() && !again) {
            producer.get().sent(header.orElseThrow().sequence(), partition, offset);
        }
        if (offset >= partition.first()) {
            Objects.requireNonNull(partitions.get(partition)).add(partition, offset, message.timestamp(), again);
            producer.map(ProducerTally::tally)
                    .orElseGet(producers::others)
                    .add(partition, offset, message.timestamp(), again);
            check(partition, offset, header);
        } else {
            withEarlier.add(partition);
        }
    }

    private void check(AuditedPartition partition, long offset, Optional<ProducerHeader> header) {
        String who = header.map(ProducerHeader::toString).orElse(null);
        if (who != null) {
            findings.sentBy(partition, offset, who);
        }
        if (offset >= partition.next()) {
            partition.inFlight().addRecord(offset);
        } else if (!partition.accounted().containsRecord(offset)) {
            partition.lost().addRecord(offset);
            findings.add(Finding.of(Kind.LOST, "transformer", Records.one(partition, offset, 0))
                    .from(who, who));
        }
    }

    /**
     * There are no further records.
     *
     * @param fromStart whether nothing has expired
     */
    void conclude(boolean fromStart) {
        producers.conclude(fromStart);
    }

    /** How many records did not come into the topic. */
    long lostBefore() {
        return producers.lostBefore();
    }

    /** Whether there are records from before the audit. */
    boolean hasEarlier(AuditedPartition partition) {
        return withEarlier.contains(partition);
    }

    List<Row> producerRows(List<OutputAudit> outputs) {
        return producers.rows(outputs);
    }

    List<Row> partitionRows(List<OutputAudit> outputs) {
        return partitions.entrySet().stream()
                .map(some -> some.getValue()
                        .row(
                                some.getKey().id().topic() + "/"
                                        + some.getKey().id().partition(),
                                outputs,
                                0))
                .toList();
    }
}
