package io.kstash.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether every record of a run is accounted for.
 *
 * @param asked how many records the producers were asked to send
 * @param inputTopic where they send to
 * @param progress how far the groups are
 * @param audit what the audit says of the run
 */
record Verdict(long asked, String inputTopic, Progress progress, RunAudit audit) {
    private static final int MOST_FINDINGS = 20;

    private record Row(String what, long found, String where) {}

    /** True if each record that was to be sent was, and is accounted for, and all who read the input are done. */
    boolean holds() {
        return audit.count("sent") == asked && audit.holds() && progress.isSettled();
    }

    /** A small table, what is wrong, then the verdict in one line. */
    List<String> lines() {
        List<Row> rows = rows();
        int names = rows.stream().mapToInt(row -> row.what().length()).max().orElse(1);
        int width = rows.stream()
                .mapToInt(row -> String.valueOf(row.found()).length())
                .max()
                .orElse(1);
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(("  %-" + names + "s  %" + width + "d  %s").formatted(row.what(), row.found(), row.where()));
        }
        audit.findings().stream().limit(MOST_FINDINGS).forEach(lines::add);
        lines.add(last());
        return lines;
    }

    private String last() {
        String counts = "lost " + audit.count("lost") + ", doubled " + audit.count("doubled") + ", out of order "
                + audit.count("outOfOrder") + ": ";
        String records = "every one of " + asked + (asked == 1 ? " record" : " records") + " is accounted for";
        return counts + (holds() ? records : "NOT " + records + unfinished());
    }

    private String unfinished() {
        List<String> reasons = new ArrayList<>();
        long sent = audit.count("sent");
        if (sent != asked) {
            reasons.add("asked for " + asked + ", sent " + sent);
        }
        if (audit.count("inFlight") > 0) {
            reasons.add(audit.count("inFlight") + " in flight");
        }
        progress.done().forEach((group, done) -> {
            if (done != progress.sent()) {
                reasons.add("group " + group + " has done " + done);
            }
        });
        return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("sent", audit.count("sent"), "topic " + inputTopic));
        for (RunAudit.Output output : audit.outputs()) {
            switch (output.kind()) {
                case "TOPIC" -> rows.add(new Row("transformed", output.delivered(), "topic " + output.name()));
                case "FILE" -> rows.add(new Row("written", output.delivered(), "file " + shown(output.name())));
                default -> rows.add(new Row("printed", output.delivered(), "standard output"));
            }
        }
        addSome(rows, "dropped", audit.count("dropped"), "by a filter");
        addSome(rows, "not selected", audit.count("notSelected"), "by any output");
        progress.done().forEach((group, done) -> rows.add(new Row("consumed", done, "group " + group)));
        return rows;
    }

    private static void addSome(List<Row> rows, String what, long found, String where) {
        if (found > 0) {
            rows.add(new Row(what, found, where));
        }
    }

    private static String shown(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file);
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }
}
