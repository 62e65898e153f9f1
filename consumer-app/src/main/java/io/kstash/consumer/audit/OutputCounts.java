package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerOutput;
import java.util.function.ToLongFunction;

/**
 * What was found of an output; all are numbers of events.
 *
 * @param expected those that it selected
 * @param found those that are in its topic or, for a file, in the file
 * @param missing those that are not, and should be
 * @param waiting those that are not in the file yet
 * @param expired those that are not there because retention deleted them
 */
record OutputCounts(LedgerOutput output, long expected, long found, long missing, long waiting, long expired) {
    static OutputCounts of(OutputAudit audit) {
        PlaceCheck topic = audit.topic();
        PlaceCheck end = audit.files().orElse(topic);
        long expected = sum(topic, partition -> topic.expectedOf(partition).size());
        long found = sum(topic, partition -> end.foundOf(partition).size());
        long missing = sum(topic, partition -> topic.missingOf(partition).size())
                + audit.files()
                        .map(files -> sum(
                                files, partition -> files.missingOf(partition).size()))
                        .orElse(0L);
        long waiting = sum(topic, partition -> audit.waitingOf(partition).size());
        return new OutputCounts(
                audit.output(), expected, found, missing, waiting, expected - found - missing - waiting);
    }

    private static long sum(PlaceCheck place, ToLongFunction<AuditedPartition> count) {
        return place.partitions().stream().mapToLong(count).sum();
    }
}
