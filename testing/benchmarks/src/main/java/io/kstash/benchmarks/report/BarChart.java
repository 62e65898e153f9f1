package io.kstash.benchmarks.report;

import io.kstash.benchmarks.cases.CaseSpec;
import io.kstash.benchmarks.measure.Figure;
import io.kstash.benchmarks.measure.Results;
import io.kstash.benchmarks.measure.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Throughput and CPU time as a picture: a row for each case, a bar for the median, a line for the spread. */
final class BarChart {
    private static final int NAME_WIDTH = 240;
    private static final int BAR_WIDTH = 300;
    private static final int VALUE_WIDTH = 70;
    private static final int PANEL_WIDTH = BAR_WIDTH + VALUE_WIDTH;
    private static final int ROW_HEIGHT = 26;
    private static final int BAR_HEIGHT = 14;
    private static final int TOP = 40;
    private static final int BASELINE = 12;

    private static final List<Panel> PANELS =
            List.of(new Panel(Figure.RATE, "#4c78a8"), new Panel(Figure.CLIENT_CPU, "#e45756"));

    private final List<CaseSpec> cases;
    private final Results results;

    /** @param cases in the order of the rows */
    BarChart(List<CaseSpec> cases, Results results) {
        this.cases = cases;
        this.results = results;
    }

    private record Panel(Figure figure, String colour) {}

    String svg() {
        int width = NAME_WIDTH + PANELS.size() * PANEL_WIDTH;
        int height = TOP + cases.size() * ROW_HEIGHT + BASELINE;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                width,
                height));
        for (int row = 0; row < cases.size(); row++) {
            text(
                    svg,
                    NAME_WIDTH - BASELINE,
                    y(row) + BASELINE,
                    "end",
                    cases.get(row).name());
        }
        for (int index = 0; index < PANELS.size(); index++) {
            panel(svg, NAME_WIDTH + index * PANEL_WIDTH, PANELS.get(index));
        }
        return svg.append("</svg>\n").toString();
    }

    private static int y(int row) {
        return TOP + row * ROW_HEIGHT;
    }

    private void panel(StringBuilder svg, int left, Panel panel) {
        text(svg, left, TOP / 2, "start", panel.figure().title());
        double most = cases.stream()
                .flatMap(spec -> results.spread(spec.name(), panel.figure()).stream())
                .mapToDouble(Spread::highest)
                .max()
                .orElse(1);
        double scale = BAR_WIDTH / most;
        for (int row = 0; row < cases.size(); row++) {
            Optional<Spread> spread = results.spread(cases.get(row).name(), panel.figure());
            if (spread.isPresent()) {
                bar(svg, left, y(row), spread.get(), scale, panel);
            }
        }
    }

    private static void bar(StringBuilder svg, int left, int top, Spread spread, double scale, Panel panel) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                left,
                top,
                spread.median() * scale,
                BAR_HEIGHT,
                panel.colour()));
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"black\"/>%n",
                left + spread.lowest() * scale,
                left + spread.highest() * scale,
                top + BAR_HEIGHT / 2,
                top + BAR_HEIGHT / 2));
        int end = left + (int) (spread.highest() * scale);
        text(svg, end + 4, top + BASELINE, "start", panel.figure().format(spread.median()));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }
}
