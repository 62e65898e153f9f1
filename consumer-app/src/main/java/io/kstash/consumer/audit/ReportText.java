package io.kstash.consumer.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report for people: tables, findings, and the verdict in the last line. */
final class ReportText {
    private static final int MOST_ROWS = 50;
    private static final int MOST_FINDINGS = 20;

    private static final List<String> LEGEND = List.of(
            "[n]: records with all their events in output n. expected ... expired: numbers of events; waiting: not written",
            "yet; expired: deleted for its age. ms: from a record's time to the commit of what was made of it.");

    private final AuditReport report;
    private final List<Integer> outputs;
    private final List<String> lines = new ArrayList<>();

    private ReportText(AuditReport report) {
        this.report = report;
        this.outputs = IntStream.range(0, report.outputs().size())
                .filter(i ->
                        !PipelineTopics.isOfDeadLetters(report.outputs().get(i).output()))
                .boxed()
                .toList();
    }

    static List<String> of(AuditReport report) {
        return new ReportText(report).lines();
    }

    private List<String> lines() {
        addOutputs();
        addRows("producer", report.producers());
        addRows("partition", report.partitions());
        lines.addAll(LEGEND);
        lines.add("");
        report.notes().forEach(note -> lines.add("Note: " + note));
        report.findings().stream().limit(MOST_FINDINGS).forEach(finding -> lines.add(finding.toString()));
        if (report.findingsTotal() > MOST_FINDINGS) {
            lines.add("and " + (report.findingsTotal() - MOST_FINDINGS) + " more; --json has up to a thousand");
        }
        if (report.findingsTotal() > 0) {
            lines.add("What to do: docs/operations.md, \"When the audit finds something\"");
        }
        lines.add(report.verdict());
        return lines;
    }

    /** The outputs' names are long; the tables have their numbers. Dead letters have a column of their own. */
    private void addOutputs() {
        TextTable table = new TextTable(2);
        table.add(Stream.of("output", "", "expected", "found", "missing", "waiting", "expired"));
        for (int i = 0; i < outputs.size(); i++) {
            OutputCounts output = report.outputs().get(outputs.get(i));
            table.add(Stream.of(
                    title(i),
                    output.output(),
                    output.expected(),
                    output.found(),
                    output.missing(),
                    output.waiting(),
                    output.expired()));
        }
        lines.addAll(table.lines());
        lines.add("");
    }

    private static String title(int output) {
        return "[" + (output + 1) + "]";
    }

    private void addRows(String what, List<Row> rows) {
        List<Column> columns = columns(what, rows);
        TextTable table = new TextTable(1);
        table.add(columns.stream().map(Column::title));
        for (Row row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            table.add(columns.stream().map(column -> column.cell().apply(row)));
        }
        lines.addAll(table.lines());
        if (rows.size() > MOST_ROWS) {
            lines.add("and " + (rows.size() - MOST_ROWS) + " more; --json has all");
        }
        lines.add("");
    }

    private record Column(String title, Function<Row, Object> cell) {}

    private List<Column> columns(String what, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(what, Row::name));
        columns.add(new Column("sent", Row::sent));
        columns.add(new Column("transformed", Row::transformed));
        for (int i = 0; i < outputs.size(); i++) {
            int output = outputs.get(i);
            columns.add(new Column(title(i), row -> row.delivered().get(output)));
        }
        addUnlessZero(columns, rows, "dropped", Row::dropped);
        addUnlessZero(columns, rows, "not selected", Row::notSelected);
        addUnlessZero(columns, rows, "dead letters", Row::deadLetters);
        addUnlessZero(columns, rows, "redriven", Row::redriven);
        addUnlessZero(columns, rows, "in flight", Row::inFlight);
        columns.add(new Column("lost", Row::lost));
        columns.add(new Column("doubled", Row::doubled));
        columns.add(new Column("out of order", Row::outOfOrder));
        columns.add(new Column("p50 ms", row -> millis(row, 50)));
        columns.add(new Column("p99 ms", row -> millis(row, 99)));
        columns.add(new Column("max ms", row -> millis(row, 100)));
        return columns;
    }

    /** What no record became would only make the table wide. */
    private static void addUnlessZero(List<Column> columns, List<Row> rows, String title, ToLongFunction<Row> count) {
        if (rows.stream().mapToLong(count).sum() > 0) {
            columns.add(new Column(title, count::applyAsLong));
        }
    }

    private static Object millis(Row row, double percent) {
        return row.latency().isEmpty() ? "-" : row.latency().percentile(percent);
    }
}
