package io.kstash.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.ledger.LedgerEntry.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerPageTest {
    private static final LedgerOutput TOPIC = new LedgerOutput(LedgerOutput.Kind.TOPIC, "kafka_1", "orders");
    private static final LedgerOutput FILE = new LedgerOutput(LedgerOutput.Kind.FILE, "file_1", "/data/orders.log");

    private final LedgerPage page = new LedgerPage("v1", "input", 3);

    @Test
    void recordsInARowThatBecameTheSameAreOneRun() {
        // given
        page.add(10, emitted(TOPIC, FILE));
        page.add(11, emitted(TOPIC, FILE));
        page.add(12, emitted(TOPIC));
        page.add(13, emitted(TOPIC, FILE));

        // when
        LedgerEntry entry = only(page.close(14));

        // then
        assertThat(entry.runs()).containsExactly(new Run(10, 2, 0), new Run(12, 1, 1), new Run(13, 1, 0));
        assertThat(entry.outcomes()).containsExactly(emitted(TOPIC, FILE), emitted(TOPIC));
        assertThat(entry.nextOffset()).isEqualTo(14);
    }

    @Test
    void offsetsWithoutARecordAreInNoRun() {
        // given
        page.add(10, emitted(TOPIC));
        page.add(12, emitted(TOPIC));

        // when
        LedgerEntry entry = only(page.close(13));

        // then
        assertThat(entry.runs()).containsExactly(new Run(10, 1, 0), new Run(12, 1, 0));
    }

    @Test
    void whatWasClosedIsOnNoFurtherEntry() {
        // given
        page.add(10, emitted(FILE));
        page.close(11);
        page.add(11, emitted(TOPIC));

        // when
        LedgerEntry entry = only(page.close(12));

        // then
        assertThat(entry.runs()).containsExactly(new Run(11, 1, 0));
        assertThat(entry.outcomes()).containsExactly(emitted(TOPIC));
        assertThat(page.close(12)).isEmpty();
    }

    @Test
    void whatIsTooMuchForARecordIsInSeveralEntriesThatFollowEachOther() {
        // given
        Outcome.Builder record = new Outcome.Builder();
        for (int offset = 0; offset < 200_000; offset++) {
            record.emitted(offset % 2 == 0 ? List.of(TOPIC) : List.of());
            page.add(offset, record.build());
        }

        // when
        List<LedgerEntry> entries = page.close(200_000);

        // then
        assertThat(entries).hasSizeGreaterThan(1).allMatch(entry -> entry.toBytes().length < 8 * 1024 * 1024);
        assertThat(entries).extracting(LedgerEntry::nextOffset).last().isEqualTo(200_000L);
        long next = 0;
        for (LedgerEntry entry : entries) {
            assertThat(entry.runs().get(0).first()).isEqualTo(next);
            next = entry.nextOffset();
        }
        assertThat(entries.stream().mapToInt(entry -> entry.runs().size()).sum())
                .isEqualTo(200_000);
    }

    @Test
    void recordsThatBecomeTheSameShareTheOutcome() {
        // given
        Outcome.Builder record = new Outcome.Builder();
        record.emitted(List.of(TOPIC, FILE));
        Outcome first = record.build();

        // when
        record.emitted(new ArrayList<>(List.of(TOPIC, FILE)));
        Outcome second = record.build();
        record.dropped();
        Outcome third = record.build();

        // then
        assertThat(second).isSameAs(first);
        assertThat(third).isEqualTo(new Outcome(List.of(), 1, 0));
    }

    @Test
    void anEntryIsTheSameAfterItWasWrittenAndRead() throws IOException {
        // given
        Outcome.Builder split = new Outcome.Builder();
        split.emitted(List.of(TOPIC));
        split.emitted(List.of(TOPIC));
        split.emitted(List.of());
        split.dropped();
        page.add(10, split.build());
        split.emitted(List.of(TOPIC));
        split.deadLetter();
        page.add(11, split.build());
        LedgerEntry entry = only(page.close(12));

        // when
        LedgerEntry read = LedgerEntry.parse(entry.toBytes());

        // then
        assertThat(read).isEqualTo(entry);
        assertThat(read.outcomes().get(0).events())
                .containsExactly(new Outcome.Emitted(2, List.of(TOPIC)), new Outcome.Emitted(1, List.of()));
        assertThat(read.outcomes().get(1)).isEqualTo(new Outcome(List.of(), 0, 1));
    }

    @Test
    void anEntryTellsWhatBecameOfARecord() {
        // given
        page.add(10, emitted(TOPIC));
        page.add(11, emitted(TOPIC));
        page.add(13, emitted(FILE));

        // when
        LedgerEntry entry = only(page.close(14));

        // then
        assertThat(entry.outcomeOf(11)).contains(emitted(TOPIC));
        assertThat(entry.outcomeOf(12)).isEmpty();
        assertThat(entry.outcomeOf(13)).contains(emitted(FILE));
        assertThat(entry.outcomeOf(14)).isEmpty();
    }

    @Test
    void whatIsNoEntryIsRefused() {
        byte[] foreign = "hello".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> LedgerEntry.parse(foreign)).isInstanceOf(IOException.class);
    }

    private static LedgerEntry only(List<LedgerEntry> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static Outcome emitted(LedgerOutput... outputs) {
        Outcome.Builder builder = new Outcome.Builder();
        builder.emitted(List.of(outputs));
        return builder.build();
    }
}
