package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

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
        counters.count(dropped("drop", "drop"));
        counters.count(dropped("csv header"));
        counters.count(dropped("no value"));

        // then
        assertThat(counters.droppedByReason())
                .containsOnlyKeys("csv header", "drop", "no event", "no value")
                .containsEntry("drop", 2L)
                .containsEntry("no value", 1L)
                .containsEntry("no event", 0L);
        assertThat(counters.dropped.sum()).isEqualTo(4);
    }

    private static RecordResult dropped(String... reasons) {
        return new RecordResult(
                List.of(), new Outcome(List.of(), reasons.length, 0), List.of(reasons), Optional.empty());
    }
}
