package io.kstash.consumer.audit;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Prints reports.
 *
 * @param json whether a program reads them
 * @param repeated whether one follows the other: a person at a terminal sees only the latest, others a line for each
 */
record ReportOutput(PrintStream out, boolean json, boolean repeated, boolean terminal) {
    private static final String CLEAR_SCREEN = "\033[H\033[2J\033[3J";

    void print(AuditReport report) {
        if (json) {
            out.println(ReportJson.of(report));
        } else if (repeated && !terminal) {
            out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + report.verdict());
        } else {
            out.print(repeated ? CLEAR_SCREEN : "");
            ReportText.of(report).forEach(out::println);
        }
    }
}
