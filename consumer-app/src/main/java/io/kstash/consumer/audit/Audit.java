package io.kstash.consumer.audit;

import io.kstash.app.UsageException;
import io.kstash.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads all that a pipeline reads and writes, once, and compares it with what its ledger says. While the pipeline runs it is
 * about what was committed when the audit began. For one thread, and for one time.
 */
final class Audit {
    /** Longer than it takes Kafka to give up the transaction of a process that was killed. */
    static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(60);

    private final PipelineTopics pipeline;
    private final CommittedRecords records;
    private final Path data;
    private final Duration patience;
    private final Findings findings = new Findings();
    private final Ledger ledger;
    private final Map<String, TopicAudit> outputs = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private Map<String, List<PartitionInfo>> topics;

    /**
     * An audit of what is there now.
     *
     * @param data where to look for files that are not where the ledger says
     * @param patience how long to wait for transactions behind which something may be that seems to be missing
     * @throws UsageException if the pipeline has no ledger
     */
    Audit(PipelineTopics pipeline, CommittedRecords records, Path data, Duration patience) {
        this.pipeline = pipeline;
        this.records = records;
        this.data = data;
        this.patience = patience;
        this.ledger = new Ledger(pipeline, findings);
        this.topics = records.topics();
        if (!topics.containsKey(pipeline.ledger())) {
            throw new UsageException("Pipeline " + pipeline.pipeline() + " has no ledger: there is no topic "
                    + pipeline.ledger() + ". The transformer of this kstash writes it: run the pipeline first"
                    + " (scripts/transformer run -f FILE), or check the name that -f gives and --bootstrap-server");
        }
    }

    /**
     * Does it.
     *
     * @throws InterruptedException if this thread is interrupted while it waits for what is on its way
     */
    AuditReport run() throws InterruptedException {
        readLedger();
        ledger.outputsByTopic()
                .forEach((topic, writing) ->
                        outputs.put(topic, new TopicAudit(ledger, writing, topics.keySet(), findings)));
        FileAudits files = new FileAudits(ledger, data, this::committedDeliveries, findings);
        Map<TopicPartition, Long> inputEnds = readSettledOutputs();
        ledger.conclude();
        ledger.outputs().forEach(OutputAudit::concludeTopic);
        files.run();
        findings.nameProducers();
        InputAudit input = readInput(inputEnds);
        return AuditReport.of(pipeline, ledger, outputs, files, input, findings);
    }

    private void readLedger() {
        Map<TopicPartition, Long> ends = records.ends(partitionsOf(List.of(pipeline.ledger())));
        records.read(records.starts(ends.keySet()), ends, this::takeEntry);
        topics = records.topics(); // An output's may have been created meanwhile.
        ledger.inputTopics().stream()
                .flatMap(topic -> partitionsOf(List.of(topic)).stream())
                .forEach(ledger::addPartition);
    }

    private void takeEntry(ConsumerRecord<byte[], byte[]> message) {
        try {
            LedgerEntry entry = LedgerEntry.parse(message.value());
            requireConsistent(entry);
            ledger.add(entry, message.timestamp());
        } catch (IOException | IllegalArgumentException foreign) {
            findings.add(new Finding(
                    Finding.Kind.UNEXPECTED,
                    "ledger",
                    null,
                    null,
                    null,
                    message.topic() + "/" + message.partition() + "/" + message.offset(),
                    "it is no entry of a ledger"));
        }
    }

    private static void requireConsistent(LedgerEntry entry) {
        for (LedgerEntry.Run run : entry.runs()) {
            boolean consistent = run.first() >= 0
                    && run.count() > 0
                    && run.first() + run.count() <= entry.nextOffset()
                    && run.outcome() >= 0
                    && run.outcome() < entry.outcomes().size();
            if (!consistent) {
                throw new IllegalArgumentException("No run of this entry: " + run);
            }
        }
    }

    /**
     * What the ledger says was written before the ledger was, so that it is there below the present ends. But Kafka shows
     * nothing that is behind an open transaction, nor what has no marker yet, and each partition has its own.
     */
    private Map<TopicPartition, Long> readSettledOutputs() throws InterruptedException {
        Map<TopicPartition, Long> written = records.written(partitionsOf(outputs.keySet()));
        long start = System.nanoTime();
        Map<TopicPartition, Long> inputEnds = readOutputs();
        while (!isComplete() && !hasReached(written) && System.nanoTime() - start < patience.toNanos()) {
            records.pause();
            inputEnds = readOutputs();
        }
        return inputEnds;
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Reads on in all outputs, up to their present ends; what is there by then was made of input below the answer. */
    private Map<TopicPartition, Long> readOutputs() {
        Map<TopicPartition, Long> ends = records.ends(partitionsOf(outputs.keySet()));
        Map<TopicPartition, Long> inputEnds = records.ends(partitionsOf(ledger.inputTopics()));
        Map<TopicPartition, Long> starts = records.starts(ends.keySet());
        outputs.forEach((topic, audit) -> {
            audit.limitSources(inputEnds);
            Map<TopicPartition, Long> own = ofTopic(topic, ends);
            own.keySet().forEach(partition -> {
                if (!reached.containsKey(partition)) {
                    audit.addLane(partition, starts.getOrDefault(partition, 0L) > 0);
                }
                reached.merge(partition, starts.getOrDefault(partition, 0L), Math::max);
            });
            records.read(reached, own, audit::take);
        });
        reached.putAll(ends);
        return inputEnds;
    }

    private InputAudit readInput(Map<TopicPartition, Long> ends) {
        InputAudit input = new InputAudit(ledger, findings);
        Map<TopicPartition, Long> starts = records.starts(ends.keySet());
        records.read(starts, ends, input::take);
        input.conclude(starts.values().stream().allMatch(start -> start == 0));
        return input;
    }

    private Map<Integer, Long> committedDeliveries() {
        return records.committed(pipeline.deliveries(), partitionsOf(List.of(pipeline.deliveries())));
    }

    private boolean isComplete() {
        return outputs.values().stream().allMatch(TopicAudit::isComplete);
    }

    private static Map<TopicPartition, Long> ofTopic(String topic, Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<TopicPartition> partitionsOf(Collection<String> names) {
        return names.stream()
                .flatMap(name -> topics.getOrDefault(name, List.of()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
