package io.kstash.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a run delivered everything.
 *
 * @param asked how many records the producers were asked to send
 */
record Verdict(long asked, Counts counts) {
    private record Row(String what, long found, String where) {}

    /** True if each record that was to be sent is in each place, once. */
    boolean holds() {
        return counts.sent() == asked && counts.agree();
    }

    /** A small table, then the verdict in one line. */
    List<String> lines() {
        List<Row> rows = rows();
        int width = Math.max(
                String.valueOf(asked).length(),
                rows.stream()
                        .mapToInt(row -> String.valueOf(row.found()).length())
                        .max()
                        .orElse(1));
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(("  %-11s  %" + width + "d  %s").formatted(row.what(), row.found(), row.where()));
        }
        lines.add(holds() ? success() : "NOT all delivered: asked for " + asked + ", but " + differences(rows));
        return lines;
    }

    private String success() {
        return asked == 1 ? "The 1 record was delivered" : "All " + asked + " records delivered";
    }

    private String differences(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.found() != asked)
                .map(row -> row.what() + " " + row.found() + " (" + row.where() + ")")
                .collect(Collectors.joining(", "));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("sent", counts.sent(), "topic " + counts.inputTopic()));
        counts.transformed().forEach((topic, found) -> rows.add(new Row("transformed", found, "topic " + topic)));
        counts.written().forEach((file, found) -> rows.add(new Row("written", found, "file " + shown(file))));
        counts.consumed().forEach((group, found) -> rows.add(new Row("consumed", found, "group " + group)));
        return rows;
    }

    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }
}
