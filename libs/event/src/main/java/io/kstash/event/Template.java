package io.kstash.event;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text with {@code %{…}} places that an event fills: {@code %{field}}, {@code %{[nested][field]}}, the event's time as
 * {@code %{+yyyy.MM.dd}} (Joda pattern), {@code %{{yyyy-MM-dd}}} (java.time pattern) or {@code %{+%s}} (epoch seconds),
 * which is empty where the event has none, and the present as {@code %{{TIME_NOW}}}. A place whose field is missing or null stays as it was written. Immutable and compiled once.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/event-dependent-configuration#sprintf">sprintf format</a>
 */
public final class Template {
    private static final String EPOCH_SECONDS = "+%s";
    private static final String PRESENT = "TIME_NOW";

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Compiles the text. Never fails: a place that means nothing fails when it is rendered, as in Logstash. */
    public static Template of(String text) {
        return new Template(text, new Compiler(text).parts());
    }

    /** A text in which {@code %{…}} has no meaning. */
    static Template literal(String text) {
        return new Template(text, List.of(new Literal(text)));
    }

    /** True if every event gives the same text. */
    public boolean isConstant() {
        return parts.stream().allMatch(Literal.class::isInstance);
    }

    /**
     * The text for this event.
     *
     * @throws EventException where a date pattern or field reference is invalid, or a place does not end
     */
    public String render(Event event) {
        if (parts.size() == 1) {
            return parts.get(0).render(event);
        }
        StringBuilder rendered = new StringBuilder(text.length() + 16);
        for (Part part : parts) {
            rendered.append(part.render(event));
        }
        return rendered.toString();
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private sealed interface Part {
        String render(Event event);
    }

    private record Literal(String text) implements Part {
        @Override
        public String render(Event event) {
            return text;
        }
    }

    private record FieldPlace(FieldReference reference, String written) implements Part {
        @Override
        public String render(Event event) {
            Object value = event.get(reference);
            return value == null ? written : PlainText.of(value);
        }
    }

    private record EpochSeconds() implements Part {
        @Override
        public String render(Event event) {
            Timestamp time = event.timestamp();
            return time == null ? "" : Long.toString(time.instant().getEpochSecond());
        }
    }

    private record JodaDate(org.joda.time.format.DateTimeFormatter format) implements Part {
        @Override
        public String render(Event event) {
            Timestamp time = event.timestamp();
            return time == null ? "" : format.print(time.instant().toEpochMilli());
        }
    }

    private record JavaDate(DateTimeFormatter format) implements Part {
        @Override
        public String render(Event event) {
            Timestamp time = event.timestamp();
            return time == null ? "" : print(time);
        }

        /** Some patterns are fine but for some times: {@code pH} has room for one digit. */
        private String print(Timestamp time) {
            try {
                return format.format(time.instant().atZone(ZoneOffset.UTC));
            } catch (DateTimeException doesNotFit) {
                throw new EventException("Cannot print " + time + " as a date: " + doesNotFit.getMessage(), doesNotFit);
            }
        }
    }

    private record Present() implements Part {
        @Override
        public String render(Event event) {
            return Timestamp.now().toString();
        }
    }

    /** Logstash meets a bad pattern or reference only when an event comes; what to do then is up to the filter. */
    private record Invalid(String reason) implements Part {
        @Override
        public String render(Event event) {
            throw new EventException(reason);
        }
    }

    private static final class Compiler {
        private final String text;
        private final List<Part> parts = new ArrayList<>();

        Compiler(String text) {
            this.text = text;
        }

        List<Part> parts() {
            int position = 0;
            int open = text.indexOf("%{");
            int close = text.indexOf('}', open);
            while (open >= 0 && close >= 0) {
                addLiteral(position, open);
                boolean javaDate = text.charAt(open + 2) == '{' && text.startsWith("}", close + 1);
                parts.add(javaDate ? javaDate(text.substring(open + 3, close)) : place(open, close));
                position = javaDate ? close + 2 : close + 1;
                open = text.indexOf("%{", position);
                close = text.indexOf('}', open);
            }
            addLiteral(position, text.length());
            return parts.isEmpty() ? List.of(new Literal("")) : List.copyOf(parts);
        }

        private void addLiteral(int start, int end) {
            if (start < end) {
                parts.add(new Literal(text.substring(start, end)));
            }
        }

        private Part place(int open, int close) {
            String name = text.substring(open + 2, close);
            // Logstash compares only as many characters as the place has: %{}, %{+} and %{+%} are epoch seconds too.
            if (EPOCH_SECONDS.startsWith(name)) {
                return new EpochSeconds();
            }
            if (name.startsWith("{") && close + 1 == text.length()) {
                return new Invalid("A place that begins with %{{ has to end with }}: " + text);
            }
            return name.startsWith("+") ? jodaDate(name.substring(1)) : field(name, text.substring(open, close + 1));
        }

        private static Part field(String name, String written) {
            try {
                return new FieldPlace(FieldReference.of(name), written);
            } catch (FieldReferenceException invalid) {
                return new Invalid(String.valueOf(invalid.getMessage()));
            }
        }

        private static Part jodaDate(String pattern) {
            try {
                return new JodaDate(DateTimeFormat.forPattern(pattern).withZone(DateTimeZone.UTC));
            } catch (IllegalArgumentException invalid) {
                return invalidDate(pattern, invalid.getMessage());
            } catch (UnsupportedOperationException nothingToPrint) { // of a quote that stands alone
                return invalidDate(pattern, "it is empty");
            }
        }

        private static Part javaDate(String pattern) {
            if (pattern.equals(PRESENT)) {
                return new Present();
            }
            try {
                return new JavaDate(DateTimeFormatter.ofPattern(pattern));
            } catch (IllegalArgumentException invalid) {
                return invalidDate(pattern, invalid.getMessage());
            } catch (ClassCastException accident) { // java.time's own, where a padded number touches the next
                return invalidDate(pattern, "a number that is padded (p) cannot touch the next one");
            }
        }

        private static Part invalidDate(String pattern, @Nullable String reason) {
            return new Invalid("Invalid date pattern `" + pattern + "`: " + reason);
        }
    }
}
