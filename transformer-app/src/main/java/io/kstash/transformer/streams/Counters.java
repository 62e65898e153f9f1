package io.kstash.transformer.streams;

import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the records that were read. Thread-safe. */
final class Counters {
    /** When counting began, in milliseconds since the epoch. */
    final long since = System.currentTimeMillis();

    final CommitLatency latency = new CommitLatency();
    final LongAdder read = new LongAdder();
    final LongAdder emitted = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder notSelected = new LongAdder();
    final LongAdder deadLetters = new LongAdder();
    private final Map<String, LongAdder> byOutput = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byDropReason = new ConcurrentHashMap<>();

    /** What may happen in any pipeline is counted from the start: nothing, as yet. */
    Counters() {
        adder(byDropReason, RecordPipeline.NO_EVENT);
        adder(byDropReason, RecordPipeline.NO_VALUE);
    }

    /** Counts a record. */
    void count(RecordResult result) {
        Outcome became = result.outcome();
        read.increment();
        List<Outcome.Emitted> events = became.events();
        for (int i = 0; i < events.size(); i++) {
            count(events.get(i));
        }
        if (!result.drops().isEmpty() || became.deadLetters() > 0) {
            dropped.add(result.drops().size());
            result.drops().forEach(reason -> adder(byDropReason, reason).increment());
            deadLetters.add(became.deadLetters());
        }
    }

    private void count(Outcome.Emitted event) {
        (event.outputs().isEmpty() ? notSelected : emitted).add(event.count());
        for (LedgerOutput output : event.outputs()) {
            adder(byOutput, output.id()).add(event.count());
        }
    }

    private static LongAdder adder(Map<String, LongAdder> adders, String name) {
        return adders.computeIfAbsent(name, any -> new LongAdder());
    }

    /** How many events were dropped, by why. */
    Map<String, Long> droppedByReason() {
        Map<String, Long> dropped = new TreeMap<>();
        byDropReason.forEach((reason, events) -> dropped.put(reason, events.sum()));
        return dropped;
    }

    /** How many events went to an output. */
    long toOutput(String id) {
        LongAdder events = byOutput.get(id);
        return events == null ? 0 : events.sum();
    }

    /** In one line, for the end of a run. */
    String summary() {
        return "Records: " + read + " read; events: " + emitted + " emitted, " + dropped + " dropped, " + notSelected
                + " for no output; " + deadLetters + " dead letters";
    }
}
