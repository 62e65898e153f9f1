package io.kstash.consumer.audit;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints reports. Where one follows the other, a person at a terminal sees the latest in the place of the one before; others
 * get a line when something has changed. For one thread.
 */
final class ReportOutput {
    private static final String UP_AND_ERASE = "\033[%dA\r\033[J";

    /** A line that is wider than the terminal would take two, and the way up would be too short. */
    private static final String NO_WRAP = "\033[?7l", WRAP = "\033[?7h";

    private final PrintStream out;
    private final boolean json;
    private final boolean repeated;
    private final boolean terminal;
    private List<String> drawn = List.of();
    private String told = "";

    /**
     * An output.
     *
     * @param json whether a program reads it
     * @param repeated whether several reports come
     * @param terminal whether a person sees it as it is written
     */
    ReportOutput(PrintStream out, boolean json, boolean repeated, boolean terminal) {
        this.out = out;
        this.json = json;
        this.repeated = repeated;
        this.terminal = terminal;
    }

    /** @param asOf when the audit began, so that the report is about what was committed then */
    void print(AuditReport report, Instant asOf) {
        String time = asOf.truncatedTo(ChronoUnit.SECONDS).toString();
        if (json) {
            out.println(ReportJson.of(report));
        } else if (!repeated) {
            ReportText.of(report).forEach(out::println);
        } else if (terminal) {
            draw(report, time);
        } else if (!report.verdict().equals(told)) {
            told = report.verdict();
            out.println(time + " " + told);
        }
    }

    private void draw(AuditReport report, String time) {
        List<String> lines = new ArrayList<>(List.of("As of " + time + ", until Ctrl-C:", ""));
        lines.addAll(ReportText.of(report));
        out.print(erasing() + NO_WRAP + String.join("\n", lines) + "\n" + WRAP);
        out.flush();
        drawn = lines;
    }

    /** Nothing follows: on a terminal, long lines of the last report are shown to their ends. */
    void end() {
        if (!drawn.isEmpty()) {
            out.print(erasing());
            drawn.forEach(out::println);
        }
    }

    private String erasing() {
        return drawn.isEmpty() ? "" : UP_AND_ERASE.formatted(drawn.size());
    }
}
