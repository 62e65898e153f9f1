package io.kstash.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kstash.benchmarks.process.MachineUsage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void isTheSecondHalfAndNothingAfterTheEnd() {
        // given
        List<Sample> samples = List.of(
                sample(0, 0, 0),
                sample(1, 400, 5),
                sample(2, 500, 6),
                sample(3, 800, 7),
                sample(4, 1000, 8),
                sample(5, 1000, 9));

        // when
        Window window = Window.secondHalf(samples, 2_000_000);

        // then
        assertThat(window).isEqualTo(new Window(samples.get(2), samples.get(4), 1_000_000));
    }

    @Test
    void beginsBeforeTheHalfWhereNobodyLookedAtIt() {
        // given
        List<Sample> samples = List.of(sample(0, 0, 0), sample(1, 250, 5), sample(2, 1000, 6));

        // when
        Window window = Window.secondHalf(samples, 100);

        // then
        assertThat(window).isEqualTo(new Window(samples.get(1), samples.get(2), 75));
    }

    @Test
    void givesRatesAndCpuTimeForAMillion() {
        // given
        Window window = new Window(sample(1, 0, 5), sample(3, 10, 6), 500_000);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);

        // when
        window.describe(figures);

        // then
        assertThat(figures)
                .containsEntry(Figure.RATE, 250_000.0)
                .containsEntry(Figure.CLIENT_CPU, 2.0)
                .containsEntry(Figure.BROKER_CPU, 4.0)
                .containsEntry(Figure.PER_CPU_SECOND, 500_000.0);
    }

    @Test
    void whatNoneOfTheProcessesUsedWentToOthers() {
        // given
        int cores = Runtime.getRuntime().availableProcessors();
        Sample from = new Sample(0, 0, 1, 1, 1, new MachineUsage(10, 0));
        Sample to = new Sample(TimeUnit.SECONDS.toNanos(10), 0, 2, 2, 2, new MachineUsage(14, 0.5));

        // when
        double share = new Window(from, to, 1).foreignShare();

        // then
        assertThat(share).isCloseTo(1.5 / (10 * cores), within(1e-9));
    }

    /** The broker uses twice as much as the client. */
    private static Sample sample(int second, long progress, double cpu) {
        return new Sample(TimeUnit.SECONDS.toNanos(second), progress, cpu, 2 * cpu, 0, new MachineUsage(3 * cpu, 0));
    }
}
