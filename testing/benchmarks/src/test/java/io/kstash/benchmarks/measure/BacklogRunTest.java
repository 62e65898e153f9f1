package io.kstash.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kstash.app.FailedException;
import io.kstash.app.StopSignal;
import io.kstash.benchmarks.process.ProcessSpec;
import io.kstash.benchmarks.process.RunningProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogRunTest {
    private static final long THIS_PROCESS = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    @Test
    void measuresAProcessThatWritesAllRecords() throws InterruptedException {
        // when
        Map<Figure, Double> figures = measure("for i in 1 2 3 4; do seq 250; sleep 0.1; done", 1_000);

        // then
        assertThat(figures.get(Figure.RATE)).isBetween(1_000.0, 10_000.0);
        assertThat(figures.get(Figure.FIRST_RECORD)).isBetween(0.0, 5.0);
        assertThat(figures.get(Figure.PEAK_MEMORY)).isPositive();
    }

    @Test
    void refusesRecordsThatCameTwice() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> measure("seq 1001", 1_000))
                .withMessage("1001 records have arrived of 1000");
    }

    @Test
    void tellsWhyAProcessFailed() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> measure("echo no such topic >&2; exit 3", 1_000))
                .withMessage("ended with exit code 3:\n  no such topic");
    }

    private Map<Figure, Double> measure(String script, long records) throws InterruptedException {
        Path file = folder.resolve("out");
        ProcessSpec spec = ProcessSpec.of(List.of("sh", "-c", "{ " + script + "; } >" + file));
        try (RunningProcess process = RunningProcess.start(spec, folder.resolve("log"))) {
            return new BacklogRun(records, THIS_PROCESS, new StopSignal()).measure(process, new FileSink(file));
        }
    }
}
