package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerEntry.Run;
import io.kstash.ledger.Outcome;
import org.apache.kafka.common.TopicPartition;

/** What the ledger says of one input partition, and what was found wrong with its records. For one thread. */
final class AuditedPartition {
    private final TopicPartition id;
    private final EventSet accounted = new EventSet();
    private final EventSet twice = new EventSet();
    private final EventSet dropped = new EventSet();
    private final EventSet notSelected = new EventSet();
    private final EventSet deadLettered = new EventSet();
    private final EventSet lost = new EventSet();
    private final EventSet doubled = new EventSet();
    private final EventSet outOfOrder = new EventSet();
    private final EventSet inFlight = new EventSet();
    private final CommitTimes commits = new CommitTimes();
    private long first = Long.MAX_VALUE;
    private long next;

    AuditedPartition(TopicPartition id) {
        this.id = id;
    }

    TopicPartition id() {
        return id;
    }

    /** Takes an entry that is about this partition. */
    void add(LedgerEntry entry, long time) {
        next = Math.max(next, entry.nextOffset());
        commits.add(entry.nextOffset(), time);
        for (Run run : entry.runs()) {
            first = Math.min(first, run.first());
            account(run);
            classify(run, entry.outcomes().get(run.outcome()));
        }
    }

    private void account(Run run) {
        EventSet some = new EventSet();
        some.add(run.first(), run.count(), 0);
        twice.addAll(EventSet.intersection(accounted, some));
        accounted.addAll(some);
    }

    private void classify(Run run, Outcome outcome) {
        if (outcome.deadLetters() > 0) {
            deadLettered.add(run.first(), run.count(), 0);
        } else if (outcome.events().isEmpty()) {
            dropped.add(run.first(), run.count(), 0);
        } else if (outcome.events().stream().allMatch(some -> some.outputs().isEmpty())) {
            notSelected.add(run.first(), run.count(), 0);
        }
    }

    /** Where the ledger begins: what is below is not audited. */
    long first() {
        return Math.min(first, next);
    }

    /** Everything from the first offset to below this one should be accounted for; 0 where nothing was transformed yet. */
    long next() {
        return next;
    }

    /** Whether the audit is about the record at this offset. */
    boolean covers(long offset) {
        return offset >= first() && offset < next;
    }

    /** When a record that the ledger accounts for was committed. */
    long committedAt(long offset) {
        return commits.of(offset);
    }

    /** Records that the ledger has. */
    EventSet accounted() {
        return accounted;
    }

    /** Those that it has more than once. */
    EventSet twice() {
        return twice;
    }

    /** Those of which nothing was left: a filter dropped it, or the codec made no event of it. */
    EventSet dropped() {
        return dropped;
    }

    /** Those that no output selected. */
    EventSet notSelected() {
        return notSelected;
    }

    /** Those that are, or have, a dead letter. */
    EventSet deadLettered() {
        return deadLettered;
    }

    /** Records of which something is missing somewhere. */
    EventSet lost() {
        return lost;
    }

    /** Records of which something is somewhere more than once. */
    EventSet doubled() {
        return doubled;
    }

    /** Records of which something is somewhere behind a later one. */
    EventSet outOfOrder() {
        return outOfOrder;
    }

    /** Records that are on their way. */
    EventSet inFlight() {
        return inFlight;
    }
}
