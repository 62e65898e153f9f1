package io.kstash.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {
    @TempDir
    Path folder;

    @Test
    void aCampaignGoesOnBehindTheLastSeed() {
        // given
        Path file = folder.resolve("results.jsonl");
        RunResult row = row(41, 0, "");
        assertThat(new ResultTable(file).nextSeed()).isEqualTo(1);

        // when
        new ResultTable(file).add(row);

        // then
        assertThat(new ResultTable(file).rows()).containsExactly(row);
        assertThat(new ResultTable(file).nextSeed()).isEqualTo(42);
    }

    @Test
    void theReportAddsUpAndNamesTheSeedsThatFailed() {
        // when
        String report = Report.of(List.of(row(1, 0, ""), row(2, 3, ""), row(3, 0, "stuck")));

        // then
        assertThat(report)
                .contains("| runs | 3 |", "| records | 3,000 |", "| faults | 6 |", "| lost | 3 |")
                .contains("| power loss | 6 |", "| runs that failed | 2 (seeds 2, 3) |");
    }

    static RunResult row(long seed, long lost, String problem) {
        return new RunResult(
                "2026-11-23T12:00:00Z",
                seed,
                1000,
                Map.of("power loss", 2),
                1,
                lost,
                0,
                0,
                0,
                1,
                400,
                60,
                true,
                problem);
    }
}
