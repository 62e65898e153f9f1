package io.kstash.producer;

import io.kstash.app.AppException;
import io.kstash.app.KafkaRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the records that were not sent until they are reported, neighbours in one line. Where Kafka refuses this client,
 * that is one failure of the whole run and not one of each record. Thread-safe.
 */
final class FailedSends {
    private final String topic;
    private final KafkaRefusal refusals;
    private final List<FailedSend> unreported = new ArrayList<>();
    private @Nullable AppException refusal;

    FailedSends(String topic, KafkaRefusal refusals) {
        this.topic = topic;
        this.refusals = refusals;
    }

    /** Why no record can be sent any more: Kafka refuses the credentials, or the right to write. */
    synchronized Optional<AppException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Notes one failed record. */
    synchronized void add(int producerId, long sequence, Exception failure) {
        if (refusal == null) {
            refusal = refusals.explain(failure, topic).orElse(null);
        }
        if (refusal != null) {
            return; // What fails after it fails because of it.
        }
        unreported.add(new FailedSend(producerId, sequence, sequence, SendFailure.explain(failure)));
    }

    /** One message for each record, or each run of records with the same reason, that failed since the last call. */
    List<String> takeReports() {
        return merged(takeUnreported()).stream().map(this::report).toList();
    }

    private synchronized List<FailedSend> takeUnreported() {
        List<FailedSend> taken = new ArrayList<>(unreported);
        unreported.clear();
        return taken;
    }

    private static List<FailedSend> merged(List<FailedSend> failures) {
        failures.sort(Comparator.comparingInt(FailedSend::producerId).thenComparingLong(FailedSend::first));
        List<FailedSend> merged = new ArrayList<>();
        for (FailedSend failure : failures) {
            int last = merged.size() - 1;
            if (last >= 0 && failure.follows(merged.get(last))) {
                merged.set(last, merged.get(last).upTo(failure.last()));
            } else {
                merged.add(failure);
            }
        }
        return merged;
    }

    private String report(FailedSend failure) {
        String sequences = failure.first() == failure.last()
                ? "sequence " + failure.first()
                : "sequences " + failure.first() + " to " + failure.last();
        return "not sent to " + topic + ": producer " + failure.producerId() + ", " + sequences + ": "
                + failure.explanation();
    }

    /** Records of one producer, from the first to the last sequence, that failed for the same reason. */
    private record FailedSend(int producerId, long first, long last, String explanation) {
        boolean follows(FailedSend before) {
            return producerId == before.producerId
                    && first == before.last + 1
                    && explanation.equals(before.explanation);
        }

        FailedSend upTo(long newLast) {
            return new FailedSend(producerId, first, newLast, explanation);
        }
    }
}
