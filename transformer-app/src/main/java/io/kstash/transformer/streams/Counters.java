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

    /** Records of one thread are going to be counted. */
    Run run() {
        return new Run();
    }

    private void count(Outcome became, int records) {
        read.add(records);
        deadLetters.add((long) records * became.deadLetters());
        for (Outcome.Emitted events : became.events()) {
            long count = (long) records * events.count();
            (events.outputs().isEmpty() ? notSelected : emitted).add(count);
            for (LedgerOutput output : events.outputs()) {
                adder(byOutput, output.id()).add(count);
            }
        }
    }

    private void count(List<String> drops) {
        dropped.add(drops.size());
        drops.forEach(reason -> adder(byDropReason, reason).increment());
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

    /** Counts records of one thread: those in a row that became the same all at once, which most do. */
    final class Run {
        private Outcome became = Outcome.NO_EVENT;
        private int records;

        void count(RecordResult result) {
            if (!result.outcome().equals(became)) {
                end();
                became = result.outcome();
            }
            records++;
            if (!result.drops().isEmpty()) {
                Counters.this.count(result.drops());
            }
        }

        /** All of them are counted. */
        void end() {
            if (records > 0) {
                Counters.this.count(became, records);
                records = 0;
            }
        }
    }

    /** In one line, for the end of a run. */
    String summary() {
        return "Records: " + read + " read; events: " + emitted + " emitted, " + dropped + " dropped, " + notSelected
                + " for no output; " + deadLetters + " dead letters";
    }
}
