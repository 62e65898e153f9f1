package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found to be wrong: all of it counted, the first thousand with their names. For one thread. */
final class Findings {
    private static final int MOST_KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<AuditedPartition, Map<Long, String>> producers = new HashMap<>();
    private long total;
    private long unexpected;

    void add(Finding finding) {
        unexpected += finding.kind() == Finding.Kind.UNEXPECTED ? 1 : 0;
        int last = kept.size() - 1;
        if (last >= 0 && total == kept.size() && kept.get(last).isContinuedBy(finding)) {
            kept.set(last, kept.get(last).upTo(finding));
            return;
        }
        total++;
        if (kept.size() < MOST_KEPT) {
            kept.add(finding);
        }
    }

    /** How many there are, neighbours as one. */
    long total() {
        return total;
    }

    /** How many records are in an output that nothing accounts for. */
    long unexpected() {
        return unexpected;
    }

    /** Now the input is read: whoever reads it tells {@link #sentBy} of the records that are wanted. */
    void nameProducers() {
        for (Finding finding : kept) {
            Records records = finding.records();
            if (records != null) {
                Map<Long, String> wanted = producers.computeIfAbsent(records.partition(), any -> new HashMap<>());
                wanted.put(records.first(), "");
                wanted.put(records.last(), "");
            }
        }
    }

    /** Who sent a record; forgotten where nothing is wrong with it. */
    void sentBy(AuditedPartition partition, long offset, String producer) {
        Map<Long, String> wanted = producers.get(partition);
        if (wanted != null) {
            wanted.computeIfPresent(offset, (any, unknown) -> producer);
        }
    }

    /** The first thousand, with their producers. */
    List<Finding> kept() {
        return kept.stream().map(this::named).toList();
    }

    private Finding named(Finding finding) {
        Records records = finding.records();
        return records == null || finding.first() != null
                ? finding
                : finding.from(
                        producer(records.partition(), records.first()), producer(records.partition(), records.last()));
    }

    private @Nullable String producer(AuditedPartition partition, long offset) {
        String found = producers.getOrDefault(partition, Map.of()).getOrDefault(offset, "");
        return found.isEmpty() ? null : found;
    }
}
