package io.kstash.faults.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The count finds what somebody plants. */
class VerdictTest {
    private static final Lane LANE = new Lane("all.log", 2);

    @Test
    void allOnceAndInOrderIsClean() {
        assertThat(Verdict.exactlyOnce(events(1, 2, 3), events(1, 2, 3))).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void anEventThatIsNotThereIsLost() {
        // when
        Verdict verdict = Verdict.exactlyOnce(events(1, 2, 3), events(1, 3));

        // then
        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.findings()).containsExactly("lost: all.log, partition 2, offset 2");
    }

    @Test
    void aLaneThatIsNotThereIsLost() {
        assertThat(Verdict.exactlyOnce(events(1, 2, 3), events()).lost()).isEqualTo(3);
    }

    @Test
    void anEventThatIsThereTwiceIsDoubledAndNotOutOfOrder() {
        // when
        Verdict verdict = Verdict.exactlyOnce(events(1, 2, 3), events(1, 2, 3, 1));

        // then
        assertThat(verdict.doubled()).isEqualTo(1);
        assertThat(verdict.outOfOrder()).isZero();
        assertThat(verdict.findings()).containsExactly("doubled: all.log, partition 2, offset 1");
    }

    @Test
    void anEventBehindALaterOneIsOutOfOrder() {
        // when
        Verdict verdict = Verdict.exactlyOnce(events(1, 2, 3), events(2, 1, 3));

        // then
        assertThat(verdict.outOfOrder()).isEqualTo(1);
        assertThat(verdict.lost() + verdict.doubled()).isZero();
        assertThat(verdict.findings()).containsExactly("out of order: all.log, partition 2, offset 1");
    }

    @Test
    void theSecondEventOfARecordCountsByItself() {
        // given
        Sightings both = events(1);
        both.add(LANE, new Position(1, 1));

        // when
        Verdict verdict = Verdict.exactlyOnce(both, events(1));

        // then
        assertThat(verdict.findings()).containsExactly("lost: all.log, partition 2, offset 1, event 1");
    }

    @Test
    void whatOughtNotToBeThereIsForeign() {
        // given
        Sightings found = events(1, 7);
        found.addForeign("in all.log: xyz");

        // when
        Verdict verdict = Verdict.exactlyOnce(events(1), found);

        // then
        assertThat(verdict.foreign()).isEqualTo(2);
        assertThat(verdict.findings())
                .containsExactly("in all.log: xyz", "not to be there: all.log, partition 2, offset 7");
    }

    @Test
    void onceMoreAndOutOfOrderIsAtLeastOnce() {
        assertThat(Verdict.atLeastOnce(events(1, 2), events(2, 1, 2)).isClean()).isTrue();
        assertThat(Verdict.atLeastOnce(events(1, 2), events(2, 2)).lost()).isEqualTo(1);
    }

    private static Sightings events(long... offsets) {
        Sightings sightings = new Sightings();
        for (long offset : offsets) {
            sightings.add(LANE, new Position(offset, 0));
        }
        return sightings;
    }
}
