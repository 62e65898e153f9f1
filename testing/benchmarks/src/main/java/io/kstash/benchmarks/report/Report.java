package io.kstash.benchmarks.report;

import io.kstash.benchmarks.cases.CaseSpec;
import io.kstash.benchmarks.cases.Load;
import io.kstash.benchmarks.measure.Figure;
import io.kstash.benchmarks.measure.Results;
import io.kstash.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The results, for a reader.
 *
 * @param cases that were chosen
 * @param work that each had to do, in words
 * @param notes what a reader has to know
 */
public record Report(List<CaseSpec> cases, String work, Results results, List<String> notes) {
    private static final List<Figure> THROUGHPUT = List.of(
            Figure.RATE,
            Figure.CLIENT_CPU,
            Figure.BROKER_CPU,
            Figure.PER_CPU_SECOND,
            Figure.PEAK_MEMORY,
            Figure.FIRST_RECORD);
    private static final List<Figure> LATENCY =
            List.of(Figure.LATENCY_P50, Figure.LATENCY_P99, Figure.PEAK_MEMORY, Figure.FIRST_RECORD);

    public Report {
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    /**
     * Writes {@code bench.md} and {@code bench.svg}.
     *
     * @return the Markdown
     */
    public String write(Path folder) throws IOException {
        String markdown = markdown(Machine.describe());
        Files.writeString(folder.resolve("bench.md"), markdown);
        Files.writeString(folder.resolve("bench.svg"), new BarChart(measured(Load.BACKLOG), results).svg());
        return markdown;
    }

    /** @param machine what it was measured on and with */
    String markdown(List<String> machine) {
        List<String> lines = new ArrayList<>(List.of("# Benchmarks", ""));
        machine.forEach(fact -> lines.add("- " + fact));
        lines.add("- " + work + ", the second half measured; median (lowest to highest)");
        addSection(lines, "Throughput", throughput());
        addSection(lines, "Latency at 1,000 records a second", latency());
        addSection(lines, "Side by side", comparisons());
        addSection(lines, "Notes", notes.stream().map(note -> "- " + note).toList());
        return String.join("\n", lines) + "\n";
    }

    private static void addSection(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.addAll(List.of("", "## " + title, ""));
            lines.addAll(content);
        }
    }

    private List<String> throughput() {
        Table table = new Table(header(THROUGHPUT, "CPU x raw limit"));
        for (CaseSpec spec : measured(Load.BACKLOG)) {
            Optional<Spread> ratio =
                    spec.limit().flatMap(limit -> results.ratio(spec.name(), limit, Figure.CLIENT_CPU));
            table.row(row(spec, THROUGHPUT, Cell.ofRatio(ratio)));
        }
        return table.lines();
    }

    private List<String> latency() {
        Table table = new Table(header(LATENCY));
        measured(Load.STEADY).forEach(spec -> table.row(row(spec, LATENCY)));
        return table.lines();
    }

    private static List<String> header(List<Figure> figures, String... more) {
        List<String> cells = new ArrayList<>(List.of("case", "what"));
        figures.forEach(figure -> cells.add(figure.title()));
        cells.addAll(List.of(more));
        return cells;
    }

    private List<String> row(CaseSpec spec, List<Figure> figures, String... more) {
        List<String> cells = new ArrayList<>(List.of(spec.name(), spec.description()));
        figures.forEach(figure -> cells.add(Cell.of(results.spread(spec.name(), figure), figure)));
        cells.addAll(List.of(more));
        return cells;
    }

    private List<String> comparisons() {
        Table table = new Table(List.of("comparison", "of", "goal", "measured"));
        for (Comparison each : Comparison.ALL) {
            Optional<Spread> ratio = results.ratio(each.caseName(), each.other(), each.figure());
            if (ratio.isPresent()) {
                table.row(List.of(each.what(), each.figure().title(), each.goal(), Cell.ofRatio(ratio)));
            }
        }
        return table.lines();
    }

    private List<CaseSpec> measured(Load load) {
        return cases.stream()
                .filter(spec -> spec.load() == load && results.has(spec.name()))
                .toList();
    }
}
