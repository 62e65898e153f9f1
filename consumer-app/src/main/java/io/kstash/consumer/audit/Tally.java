package io.kstash.consumer.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** Some records of the input, of a producer or of a partition, and how long they took. For one thread. */
final class Tally {
    private final Map<AuditedPartition, EventSet> records = new LinkedHashMap<>();
    private final Latency latency = new Latency();
    private long redriven;

    /**
     * A record that the audit is about.
     *
     * @param timestamp milliseconds since 1970
     * @param again whether it was a dead letter before
     */
    void add(AuditedPartition partition, long offset, long timestamp, boolean again) {
        records.computeIfAbsent(partition, any -> new EventSet()).addRecord(offset);
        redriven += again ? 1 : 0;
        if (partition.accounted().containsRecord(offset)) {
            latency.add(partition.committedAt(offset) - timestamp);
        }
    }

    /**
     * Counts what became of them.
     *
     * @param lostBefore how many did not get into the topic
     */
    Row row(String name, List<OutputAudit> outputs, long lostBefore) {
        return new Row(
                name,
                sum((partition, some) -> some.size()),
                redriven,
                those(AuditedPartition::accounted),
                outputs.stream().map(output -> sum(output::delivered)).toList(),
                those(AuditedPartition::dropped),
                those(AuditedPartition::notSelected),
                those(AuditedPartition::deadLettered),
                those(AuditedPartition::lost) + lostBefore,
                those(AuditedPartition::doubled),
                those(AuditedPartition::outOfOrder),
                those(AuditedPartition::inFlight),
                latency);
    }

    private long those(Function<AuditedPartition, EventSet> which) {
        return sum((partition, some) -> EventSet.common(some, which.apply(partition)));
    }

    private long sum(ToLongBiFunction<AuditedPartition, EventSet> count) {
        return records.entrySet().stream()
                .mapToLong(some -> count.applyAsLong(some.getKey(), some.getValue()))
                .sum();
    }
}
