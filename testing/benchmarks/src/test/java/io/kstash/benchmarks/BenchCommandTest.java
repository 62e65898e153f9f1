package io.kstash.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--records=9999 | bench: --records 9999: give at least 10000",
                "--runs=0 | bench: --runs 0: give at least 1",
                "--partitions=0 | bench: --partitions 0: give at least 1",
                "--threads=0 | bench: --threads 0: give at least 1",
                "--record-bytes=-1 | bench: --record-bytes -1: give at least 1",
                "raw | bench: There is no case raw: choose from raw-to-topic,",
                "raw-to-topic | bench: Start bench with scripts/bench, which knows where the apps are",
            })
    void refusesWhatCannotBeMeasured(String argument, String message) {
        // given
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);

        // when
        int code = new AppMain(Map.of(), printed, printed).execute(new BenchCommand(), argument);

        // then
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(message);
    }
}
