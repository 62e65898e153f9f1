package io.kstash.consumer.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who sent the records of the input. A thousand producers are told apart, and their sequences looked at; further ones are
 * counted together. For one thread.
 */
final class Producers {
    private static final int MOST = 1000;

    private final Findings findings;
    private final Map<String, ProducerTally> known = new LinkedHashMap<>();
    private final Tally others = new Tally();
    private boolean anyOthers;

    Producers(Findings findings) {
        this.findings = findings;
    }

    /**
     * The producer of a record.
     *
     * @return empty for one without a header, and for all beyond the first thousand
     */
    Optional<ProducerTally> of(Optional<ProducerHeader> header) {
        return header.map(who -> {
            ProducerTally found = known.get(who.producer());
            if (found == null && known.size() < MOST) {
                found = new ProducerTally(who.producer(), findings);
                known.put(who.producer(), found);
            }
            return found;
        });
    }

    /** Records of nobody who is known. */
    Tally others() {
        anyOthers = true;
        return others;
    }

    /** There are no further records. */
    void conclude(boolean fromStart) {
        known.values().forEach(producer -> producer.conclude(fromStart));
    }

    /** How many records are missing in the sequences of all. */
    long lostBefore() {
        return known.values().stream().mapToLong(ProducerTally::lostBefore).sum();
    }

    /** One for each producer, in the order in which they come first in the input. */
    List<Row> rows(List<OutputAudit> outputs) {
        return Stream.concat(
                        known.values().stream().map(producer -> producer.row(outputs)),
                        Stream.of(others).filter(some -> anyOthers).map(some -> some.row("others", outputs, 0)))
                .filter(row -> row.sent() > 0 || row.lost() > 0)
                .toList();
    }
}
