package io.kstash.consumer.audit;

import java.util.List;
import java.util.function.Function;

/** Tells to which of several outputs at the same place an event belongs that does not say so. */
final class Routing {
    private Routing() {}

    /** The first output that lacks the event there, else the first that expects it, else the first. */
    static OutputAudit likeliest(
            List<OutputAudit> outputs,
            Function<OutputAudit, PlaceCheck> there,
            AuditedPartition partition,
            long offset,
            int index) {
        for (OutputAudit output : outputs) {
            if (there.apply(output).lacks(partition, offset, index)) {
                return output;
            }
        }
        return outputs.stream()
                .filter(output -> there.apply(output).expects(partition, offset, index))
                .findFirst()
                .orElse(outputs.get(0));
    }
}
