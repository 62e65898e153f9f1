package io.kstash.filters.xml;

/** Line ends as XML wants them. */
final class LineEnds {
    private LineEnds() {}

    /** The text with each carriage return, and what follows it of a line's end, as one line feed. */
    static String normalized(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
