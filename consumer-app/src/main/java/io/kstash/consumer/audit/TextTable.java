package io.kstash.consumer.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Columns as wide as their widest cell, names to the left, numbers to the right. For one thread. */
final class TextTable {
    private final int names;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param names how many of the first columns are names */
    TextTable(int names) {
        this.names = names;
    }

    /** A row; all have as many cells. */
    void add(Stream<?> cells) {
        rows.add(cells.map(String::valueOf).toList());
    }

    List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i > 0 ? "  " : "").append(i < names ? row.get(i) + padding : padding + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
