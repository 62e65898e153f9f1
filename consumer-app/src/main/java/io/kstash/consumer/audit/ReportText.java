package io.kstash.consumer.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A report for people: tables, findings, and the verdict in the last line. */
final class ReportText {
    private static final int MOST_ROWS = 50;
    private static final int MOST_FINDINGS = 20;

    private final AuditReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportText(AuditReport report) {
        this.report = report;
    }

    static List<String> of(AuditReport report) {
        return new ReportText(report).lines();
    }

    private List<String> lines() {
        outputs();
        rows("producer", report.producers());
        rows("partition", report.partitions());
        report.notes().forEach(note -> lines.add("Note: " + note));
        report.findings().stream().limit(MOST_FINDINGS).forEach(finding -> lines.add(finding.toString()));
        if (report.findingsTotal() > MOST_FINDINGS) {
            lines.add("and " + (report.findingsTotal() - MOST_FINDINGS) + " more; --json has up to a thousand");
        }
        lines.add(report.verdict());
        return lines;
    }

    /** The outputs' names are long; the tables have their numbers. */
    private void outputs() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("output", "", "expected", "found", "missing", "waiting", "expired"));
        for (int i = 0; i < report.outputs().size(); i++) {
            OutputCounts output = report.outputs().get(i);
            table.add(Stream.of(
                            title(i),
                            output.output(),
                            output.expected(),
                            output.found(),
                            output.missing(),
                            output.waiting(),
                            output.expired())
                    .map(String::valueOf)
                    .toList());
        }
        add(table);
    }

    private static String title(int output) {
        return "[" + (output + 1) + "]";
    }

    private void rows(String what, List<Row> rows) {
        List<List<String>> table = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of(what, "sent", "transformed"));
        for (int i = 0; i < report.outputs().size(); i++) {
            titles.add(title(i));
        }
        titles.addAll(List.of("dropped", "not selected", "dead letters", "lost", "doubled", "out of order"));
        titles.addAll(List.of("in flight", "p50 ms", "p99 ms", "max ms"));
        table.add(titles);
        rows.stream().limit(MOST_ROWS).map(ReportText::cells).forEach(table::add);
        add(table);
        if (rows.size() > MOST_ROWS) {
            lines.add(lines.size() - 1, "and " + (rows.size() - MOST_ROWS) + " more; --json has all");
        }
    }

    private static List<String> cells(Row row) {
        List<Object> cells = new ArrayList<>(List.of(row.name(), row.sent(), row.transformed()));
        cells.addAll(row.delivered());
        cells.addAll(List.of(row.dropped(), row.notSelected(), row.deadLetters()));
        cells.addAll(List.of(row.lost(), row.doubled(), row.outOfOrder(), row.inFlight()));
        Function<Double, Object> millis =
                percent -> row.latency().isEmpty() ? "-" : row.latency().percentile(percent);
        cells.addAll(List.of(millis.apply(50.0), millis.apply(99.0), millis.apply(100.0)));
        return cells.stream().map(String::valueOf).toList();
    }

    /** The first column to the left, numbers to the right; then an empty line. */
    private void add(List<List<String>> table) {
        int columns = table.get(0).size();
        int[] widths = new int[columns];
        table.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                boolean number = i > 0 && !row.get(i).contains(" /");
                line.append(i > 0 ? "  " : "").append(number ? padding + row.get(i) : row.get(i) + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add("");
    }
}
