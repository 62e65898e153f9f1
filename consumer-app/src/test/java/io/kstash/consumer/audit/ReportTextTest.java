package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.ledger.LedgerOutput;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final LedgerOutput OUTPUT = new LedgerOutput(LedgerOutput.Kind.TOPIC, "kafka_1", "out");

    @Test
    void tablesThenTheVerdict() {
        assertThat(ReportText.of(report(1, 0)))
                .containsExactly(
                        "output             expected  found  missing  waiting  expired",
                        "[1]     topic out        10     10        0        0        0",
                        "",
                        "producer  sent  transformed  [1]  dropped  lost  doubled  out of order  p50 ms  p99 ms  max ms",
                        "run/1       10           10    9        1     0        0             0       -       -       -",
                        "",
                        "partition  sent  transformed  [1]  lost  doubled  out of order  p50 ms  p99 ms  max ms",
                        "",
                        "[n]: records with all their events in output n. expected ... expired: numbers of events; waiting:"
                                + " not written",
                        "yet; expired: deleted for its age. ms: from a record's time to the commit of what was made of it.",
                        "",
                        "lost 0, doubled 0, out of order 0: every one of 10 records is accounted for");
    }

    @Test
    void deadLettersAreAColumnAndNoOutput() {
        // given
        LedgerOutput letters = PipelineTopics.of(Path.of("p.conf")).deadLetterOutput();
        LedgerOutput file = new LedgerOutput(LedgerOutput.Kind.FILE, "file", "/out.log");
        Row row = new Row("in/0", 10, 0, 10, List.of(9L, 1L, 7L), 0, 0, 1, 0, 0, 0, 0, new Latency());

        // when
        List<String> lines = ReportText.of(new AuditReport(
                "p",
                10,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(row),
                Stream.of(OUTPUT, letters, file)
                        .map(output -> new OutputCounts(output, 10, 10, 0, 0, 0))
                        .toList(),
                List.of(),
                0,
                List.of()));

        // then
        assertThat(lines)
                .contains(
                        "[1]     topic out            10     10        0        0        0",
                        "[2]     file /out.log        10     10        0        0        0",
                        "partition  sent  transformed  [1]  [2]  dead letters  lost  doubled  out of order  p50 ms  p99 ms"
                                + "  max ms",
                        "in/0         10           10    9    7             1     0        0             0       -       -"
                                + "       -")
                .noneMatch(line -> line.contains("p-dead-letters"));
    }

    @Test
    void manyProducersAndFindingsAreCounted() {
        // when
        List<String> lines = ReportText.of(report(60, 25));

        // then
        assertThat(lines).filteredOn(line -> line.startsWith("run/1 ")).hasSize(50);
        assertThat(lines).contains("and 10 more; --json has all");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("lost, before the topic: run/1/7"))
                .hasSize(20);
        assertThat(lines)
                .contains("and 5 more; --json has up to a thousand")
                .contains("What to do: docs/operations.md, \"When the audit finds something\"");
    }

    private static AuditReport report(int producers, int findings) {
        Row row = new Row("run/1", 10, 0, 10, List.of(9L), 1, 0, 0, 0, 0, 0, 0, new Latency());
        Finding finding = new Finding(Kind.LOST, "before the topic", null, "run/1/7", "run/1/7", null, null);
        return new AuditReport(
                "p",
                10,
                findings,
                0,
                0,
                0,
                0,
                Collections.nCopies(producers, row),
                List.of(),
                List.of(new OutputCounts(OUTPUT, 10, 10, 0, 0, 0)),
                Collections.nCopies(findings, finding),
                findings,
                List.of());
    }
}
