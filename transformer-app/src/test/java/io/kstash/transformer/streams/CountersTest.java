package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountersTest {
    @Test
    void dropsAreCountedByTheirReason() {
        // given
        Counters counters = new Counters();

        // when
        Counters.Run run = counters.run();
        run.count(dropped("drop", "drop"));
        run.count(dropped("csv header"));
        run.count(dropped("no value"));
        run.end();

        // then
        assertThat(counters.droppedByReason())
                .containsOnlyKeys("csv header", "drop", "no event", "no value")
                .containsEntry("drop", 2L)
                .containsEntry("no value", 1L)
                .containsEntry("no event", 0L);
        assertThat(counters.dropped.sum()).isEqualTo(4);
    }

    @Test
    void recordsInARowAreCountedEach() {
        // given
        Counters counters = new Counters();
        LedgerOutput output = new LedgerOutput(LedgerOutput.Kind.TOPIC, "out", "events");

        // when
        Counters.Run run = counters.run();
        run.count(emitted(2, output));
        run.count(emitted(2, output));
        run.count(emitted(1));
        run.count(emitted(2, output));
        run.end();

        // then
        assertThat(counters.read.sum()).isEqualTo(4);
        assertThat(counters.emitted.sum()).isEqualTo(6);
        assertThat(counters.toOutput("out")).isEqualTo(6);
        assertThat(counters.notSelected.sum()).isEqualTo(1);
    }

    private static RecordResult emitted(int events, LedgerOutput... to) {
        Outcome outcome = new Outcome(List.of(new Outcome.Emitted(events, List.of(to))), 0, 0);
        return new RecordResult(List.of(), outcome, List.of(), Optional.empty());
    }

    private static RecordResult dropped(String... reasons) {
        return new RecordResult(
                List.of(), new Outcome(List.of(), reasons.length, 0), List.of(reasons), Optional.empty());
    }
}
