package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerEntry.Run;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.LedgerOutput.Kind;
import io.kstash.ledger.Outcome;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** All that a pipeline's ledger says: which input records there were and what should be where. For one thread. */
final class Ledger {
    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final PipelineTopics topics;
    private final Findings findings;
    private final Map<TopicPartition, AuditedPartition> partitions = new TreeMap<>(BY_NAME);
    private final Map<LedgerOutput, OutputAudit> outputs = new LinkedHashMap<>();

    Ledger(PipelineTopics topics, Findings findings) {
        this.topics = topics;
        this.findings = findings;
    }

    /**
     * Takes an entry.
     *
     * @param time when it was committed, milliseconds since 1970
     */
    void add(LedgerEntry entry, long time) {
        AuditedPartition partition = addPartition(new TopicPartition(entry.topic(), entry.partition()));
        partition.add(entry, time);
        for (Run run : entry.runs()) {
            select(partition, run, entry.outcomes().get(run.outcome()));
        }
    }

    /** An input partition, of which the ledger need not say anything yet. */
    AuditedPartition addPartition(TopicPartition id) {
        return partitions.computeIfAbsent(id, AuditedPartition::new);
    }

    private void select(AuditedPartition partition, Run run, Outcome outcome) {
        int index = 0;
        for (Outcome.Emitted some : outcome.events()) {
            for (int end = index + some.count(); index < end; index++) {
                for (LedgerOutput output : some.outputs()) {
                    audit(output).select(partition, run.first(), run.count(), index);
                }
            }
        }
        for (int letter = 0; letter < outcome.deadLetters(); letter++) {
            audit(topics.deadLetterOutput()).select(partition, run.first(), run.count(), letter);
        }
    }

    /** A file output is the same as long as its id is: its deliveries are found by it. */
    private OutputAudit audit(LedgerOutput output) {
        LedgerOutput key = output.kind() == Kind.FILE ? new LedgerOutput(Kind.FILE, output.id(), "") : output;
        OutputAudit audit =
                outputs.computeIfAbsent(key, any -> new OutputAudit(output, topics.topicOf(output), findings));
        audit.rename(output);
        return audit;
    }

    /** In order of their names. */
    Collection<AuditedPartition> partitions() {
        return partitions.values();
    }

    @Nullable AuditedPartition partition(TopicPartition id) {
        return partitions.get(id);
    }

    Set<String> inputTopics() {
        return partitions.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    /** In the order in which the ledger first names them. */
    Collection<OutputAudit> outputs() {
        return outputs.values();
    }

    /** The outputs by the topics in which Kafka has their events. */
    Map<String, List<OutputAudit>> outputsByTopic() {
        return outputs.values().stream()
                .collect(Collectors.groupingBy(
                        audit -> topics.topicOf(audit.output()), LinkedHashMap::new, Collectors.toList()));
    }

    /** What was transformed twice is a finding, wherever it went. */
    void conclude() {
        for (AuditedPartition partition : partitions.values()) {
            partition.doubled().addAll(partition.twice());
            partition
                    .twice()
                    .forEach((offset, index) -> findings.add(Finding.of(
                                    Finding.Kind.DOUBLED, "transformer", Finding.Records.one(partition, offset, index))
                            .noting("the ledger has it twice")));
        }
    }
}
