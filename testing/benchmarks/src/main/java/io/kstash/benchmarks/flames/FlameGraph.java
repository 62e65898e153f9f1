package io.kstash.benchmarks.flames;

import java.util.Locale;
import java.util.Map;

/**
 * Stacks as a picture: who calls stands above whom it calls, and is as wide as its share of the samples. Left and right mean
 * nothing.
 */
final class FlameGraph {
    private static final int WIDTH = 1200;
    private static final int ROW = 17;
    private static final int HEAD = 28;
    private static final int MARGIN = 4;
    private static final double CHARACTER = 6.1;

    /** Narrower ones could not be told from a line. */
    private static final double NARROWEST = 1.5;

    private final StackTree tree;
    private final String title;
    private final StringBuilder svg = new StringBuilder();

    FlameGraph(StackTree tree, String title) {
        this.tree = tree;
        this.title = title;
    }

    String svg() {
        double scale = (double) WIDTH / Math.max(1, tree.samples());
        int height = HEAD + depth(tree, scale) * ROW + MARGIN;
        svg.setLength(0);
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">",
                WIDTH, height);
        line("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        line(
                "<text x=\"%d\" y=\"%d\" font-size=\"13\">%s, %,d samples</text>",
                MARGIN, HEAD - MARGIN - MARGIN, escaped(title), tree.samples());
        callees(tree, 0, HEAD, scale);
        line("</svg>");
        return svg.toString();
    }

    /** How many rows are wide enough to be seen. */
    private static int depth(StackTree caller, double scale) {
        return caller.callees().values().stream()
                .filter(callee -> callee.samples() * scale >= NARROWEST)
                .mapToInt(callee -> 1 + depth(callee, scale))
                .max()
                .orElse(0);
    }

    private void callees(StackTree caller, double left, int top, double scale) {
        double x = left;
        for (Map.Entry<String, StackTree> callee : caller.callees().entrySet()) {
            double width = callee.getValue().samples() * scale;
            if (width >= NARROWEST) {
                frame(callee.getKey(), callee.getValue(), x, top, width);
                callees(callee.getValue(), x, top + ROW, scale);
            }
            x += width;
        }
    }

    private void frame(String name, StackTree frame, double x, int y, double width) {
        line(
                "<g><title>%s: %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                escaped(name), 100.0 * frame.samples() / tree.samples(), x, y, width - 0.5, ROW - 1, colour(name));
        int characters = (int) ((width - 2 * MARGIN) / CHARACTER);
        String label = label(name);
        if (characters > 2) {
            line(
                    "<text x=\"%.1f\" y=\"%d\">%s</text>",
                    x + MARGIN,
                    y + ROW - MARGIN - 1,
                    escaped(label.length() <= characters ? label : label.substring(0, characters - 1) + "…"));
        }
        line("</g>");
    }

    /** The class without its package, and the method. */
    private static String label(String name) {
        int method = name.lastIndexOf('.');
        return method < 0 ? name : name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    private static String colour(String name) {
        if (name.startsWith("io.kstash.")) {
            return "#8fd0b5";
        }
        return name.startsWith("org.apache.kafka.") ? "#f3c27b" : "#d9d9d9";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
