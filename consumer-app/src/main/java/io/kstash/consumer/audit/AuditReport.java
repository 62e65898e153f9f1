package io.kstash.consumer.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The outcome of an audit.
 *
 * @param records how many records of the input it is about
 * @param lost how many records are missing somewhere, those included that never came into the topic
 * @param doubled how many records are somewhere more than once
 * @param outOfOrder how many records are somewhere behind a later one
 * @param unexpected how many records are in an output that nothing accounts for
 * @param inFlight how many records are on their way
 * @param findings what is wrong; not more than a thousand
 * @param findingsTotal how many there are altogether
 * @param notes what the audit is not about, and where else to look
 */
record AuditReport(
        String pipeline,
        long records,
        long lost,
        long doubled,
        long outOfOrder,
        long unexpected,
        long inFlight,
        List<Row> producers,
        List<Row> partitions,
        List<OutputCounts> outputs,
        List<Finding> findings,
        long findingsTotal,
        List<String> notes) {

    static AuditReport of(
            PipelineTopics pipeline,
            Ledger ledger,
            Map<String, TopicAudit> topics,
            FileAudits files,
            InputAudit input,
            Findings findings) {
        List<OutputAudit> outputs = List.copyOf(ledger.outputs());
        List<Row> partitions = input.partitionRows(outputs);
        List<Row> producers = input.producerRows(outputs);
        return new AuditReport(
                pipeline.pipeline(),
                partitions.stream().mapToLong(Row::sent).sum(),
                ledger.partitions().stream().mapToLong(one -> one.lost().size()).sum() + input.lostBefore(),
                ledger.partitions().stream()
                        .mapToLong(one -> one.doubled().size())
                        .sum(),
                ledger.partitions().stream()
                        .mapToLong(one -> one.outOfOrder().size())
                        .sum(),
                findings.unexpected(),
                partitions.stream().mapToLong(Row::inFlight).sum(),
                producers,
                partitions,
                outputs.stream().map(OutputCounts::of).toList(),
                findings.kept(),
                findings.total(),
                notes(pipeline, ledger, topics, files, input, partitions));
    }

    private static List<String> notes(
            PipelineTopics pipeline,
            Ledger ledger,
            Map<String, TopicAudit> topics,
            FileAudits files,
            InputAudit input,
            List<Row> partitions) {
        List<String> notes = new ArrayList<>();
        long deadLetters = partitions.stream().mapToLong(Row::deadLetters).sum();
        if (deadLetters > 0) {
            notes.add((deadLetters == 1 ? "1 record is a dead letter" : deadLetters + " records are dead letters")
                    + ", in topic " + pipeline.deadLetters() + ": scripts/transformer dead-letters list -f "
                    + pipeline.file() + " tells why");
        }
        ledger.partitions().stream()
                .filter(input::hasEarlier)
                .forEach(one -> notes.add(one.id().topic() + "/" + one.id().partition() + " is audited from offset "
                        + one.first() + ", where the ledger begins"));
        topics.forEach((topic, audit) -> {
            if (audit.foreign() > 0) {
                notes.add(audit.foreign() + " records in topic " + topic + " are not of this pipeline's ledger: they"
                        + " were there before, or are another pipeline's");
            }
        });
        notes.addAll(files.notes());
        return notes;
    }

    /** Whether every record is accounted for. */
    boolean holds() {
        return lost == 0 && doubled == 0 && outOfOrder == 0 && unexpected == 0;
    }

    /** In one line. */
    String verdict() {
        String counts = "lost " + lost + ", doubled " + doubled + ", out of order " + outOfOrder
                + (unexpected > 0 ? ", unexpected " + unexpected : "");
        String flying = inFlight > 0 ? " (" + inFlight + " in flight)" : "";
        return holds()
                ? counts + ": every one of " + records + " records is accounted for" + flying
                : counts + ": NOT every one of " + records + " records is accounted for" + flying;
    }
}
