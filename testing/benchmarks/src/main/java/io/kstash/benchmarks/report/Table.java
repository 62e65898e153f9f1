package io.kstash.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Markdown table. */
final class Table {
    private final List<String> header;
    private final List<String> lines = new ArrayList<>();

    Table(List<String> header) {
        this.header = List.copyOf(header);
    }

    void row(List<String> cells) {
        lines.add(line(cells));
    }

    /** Nothing where there is no row. */
    List<String> lines() {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        all.add(line(header));
        all.add(line(Collections.nCopies(header.size(), "---")));
        all.addAll(lines);
        return all;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
