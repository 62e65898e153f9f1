package io.kstash.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.benchmarks.cases.Case;
import io.kstash.benchmarks.cases.CaseSpec;
import io.kstash.benchmarks.cases.Cases;
import io.kstash.benchmarks.measure.Figure;
import io.kstash.benchmarks.measure.Measurement;
import io.kstash.benchmarks.measure.Results;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {
    private final List<CaseSpec> cases = Cases.all().stream().map(Case::spec).toList();
    private final Results results = new Results(List.of(
            throughput("raw-to-topic", 1, 1_000_000, 0.8),
            throughput("kstash-to-topic", 1, 400_000, 2.0),
            throughput("raw-to-topic", 2, 1_200_000, 1.0),
            throughput("kstash-to-topic", 2, 420_000, 2.2),
            new Measurement("latency-raw", 1, Map.of(Figure.LATENCY_P50, 0.004, Figure.LATENCY_P99, 0.012))));

    @Test
    void tablesHaveMediansSpreadsAndRatiosToTheLimit() {
        // when
        String markdown = report(List.of()).markdown(List.of("some machine"));

        // then
        assertThat(markdown)
                .contains("- some machine\n- 6,000,000 records for each case")
                .contains(
                        "| kstash-to-topic | kstash, readings.conf, exactly once | 410 (400 to 420) | 2.10 (2.00 to 2.20) |")
                .contains("| – | – | 2.35 (2.20 to 2.50) |\n")
                .contains("| latency-raw | consume, produce the same bytes | 4 | 12 | – | – |");
    }

    @Test
    void comparisonsHaveTheirGoal() {
        // when
        String markdown = report(List.of()).markdown(List.of());

        // then
        assertThat(markdown)
                .contains("| topic to topic: kstash / raw limit | CPU s/million | at most 2.5 | 2.35 (2.20 to 2.50) |")
                .doesNotContain("rsyslog");
    }

    @Test
    void notesComeLast() {
        // when
        String markdown = report(List.of("the machine was busy")).markdown(List.of());

        // then
        assertThat(markdown).endsWith("\n## Notes\n\n- the machine was busy\n");
    }

    @Test
    void thePictureHasABarForEachMedian() throws Exception {
        // when
        String svg = new BarChart(cases.subList(0, 4), results).svg();

        // then
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        int background = 1;
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(background + 4);
        assertThat(svg).contains(">kstash-to-topic<").contains(">410<").contains(">2.10<");
    }

    private Report report(List<String> notes) {
        return new Report(cases, "6,000,000 records for each case", results, notes);
    }

    private static Measurement throughput(String caseName, int round, double rate, double cpu) {
        return new Measurement(caseName, round, Map.of(Figure.RATE, rate, Figure.CLIENT_CPU, cpu));
    }
}
