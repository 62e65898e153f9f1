package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerOutput;

/**
 * What was found of an output; all are numbers of events.
 *
 * @param expected those that it selected
 * @param found those that are in its topic
 * @param missing those that are not, and should be
 * @param expired those that are not, but retention may have deleted them
 */
record OutputCounts(LedgerOutput output, long expected, long found, long missing, long expired) {
    static OutputCounts of(OutputAudit audit) {
        PlaceCheck place = audit.topic();
        long expected = 0;
        long found = 0;
        long missing = 0;
        for (AuditedPartition partition : place.partitions()) {
            expected += place.expectedOf(partition);
            found += place.foundOf(partition);
            missing += place.missingOf(partition).size();
        }
        return new OutputCounts(audit.output(), expected, found, missing, expected - found - missing);
    }
}
