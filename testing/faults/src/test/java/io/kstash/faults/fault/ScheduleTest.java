package io.kstash.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.faults.fault.Schedule.Strike;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Test
    void theSameSeedGivesTheSameFaultsAtTheSameTimes() {
        assertThat(Schedule.draw(17, LENGTH))
                .isEqualTo(Schedule.draw(17, LENGTH))
                .isNotEqualTo(Schedule.draw(18, LENGTH));
    }

    /** A row of the table is replayed by its seed: whoever changes what seeds mean does so on purpose. */
    @Test
    void aSeedMeansTheSameInEachVersion() {
        // when
        Schedule schedule = Schedule.draw(1, LENGTH);

        // then
        assertThat(schedule.strikes().get(0)).hasToString("3.9 s: kill -9 of transformer, 9.3 s");
    }

    @Test
    void eachKindOfFaultComesUpSoonerOrLater() {
        // when
        Set<String> kinds = LongStream.range(0, 100)
                .mapToObj(seed -> Schedule.draw(seed, LENGTH))
                .flatMap(schedule -> schedule.strikes().stream())
                .map(strike -> strike.fault().kind())
                .collect(Collectors.toSet());

        // then
        assertThat(kinds)
                .hasSize(20)
                .contains("kill -9 of broker", "power loss", "disk full", "instance joins", "poison: not JSON");
    }

    @Test
    void faultsBeginWithinTheRunInTheOrderOfTime() {
        LongStream.range(0, 100)
                .forEach(seed -> assertThat(Schedule.draw(seed, LENGTH).strikes())
                        .extracting(Strike::at)
                        .isSorted()
                        .allSatisfy(at -> assertThat(at).isBetween(Duration.ZERO, LENGTH)));
    }
}
