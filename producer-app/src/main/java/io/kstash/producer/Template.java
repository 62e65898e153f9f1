package io.kstash.producer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text with placeholders, for a record's value or key. A placeholder is the name of one of {@link Placeholder} in braces,
 * with nothing else between them, so JSON's own braces need no escape: <code>{"n": {id}}</code>. Immutable.
 */
final class Template implements Payload {
    private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** The event of the default flow: exactly these four fields. */
    static final Template EVENT = parse("""
            {"producer_id":{producer_id},"id":{id},"timestamp":{timestamp},"value":{value}}""");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with a message for the user if it names an unknown placeholder */
    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher braces = NAME_IN_BRACES.matcher(text);
        int end = 0;
        while (braces.find()) {
            parts.add(literal(text.substring(end, braces.start())));
            parts.add(placeholder(braces.group(1)));
            end = braces.end();
        }
        parts.add(literal(text.substring(end)));
        return new Template(parts);
    }

    @Override
    public byte[] next(EventFields fields) {
        StringBuilder text = new StringBuilder(128);
        for (Part part : parts) {
            part.append(text, fields);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Part literal(String text) {
        return (out, fields) -> out.append(text);
    }

    private static Part placeholder(String name) {
        return Arrays.stream(Placeholder.values())
                .filter(placeholder -> placeholder.token().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown placeholder {" + name + "}; known: "
                        + Arrays.stream(Placeholder.values())
                                .map(known -> "{" + known.token() + "}")
                                .collect(Collectors.joining(", "))));
    }

    /** A piece of a template. */
    @FunctionalInterface
    private interface Part {
        void append(StringBuilder out, EventFields fields);
    }

    /** What a template can take from an event. */
    enum Placeholder implements Part {
        /** Id of this run of the app; text. */
        RUN {
            @Override
            public void append(StringBuilder out, EventFields fields) {
                out.append(fields.run());
            }
        },
        /** Number of the producer, from 0. */
        PRODUCER_ID {
            @Override
            public void append(StringBuilder out, EventFields fields) {
                out.append(fields.producerId());
            }
        },
        /** Number of the event in its producer, from 0. */
        ID {
            @Override
            public void append(StringBuilder out, EventFields fields) {
                out.append(fields.id());
            }
        },
        /** Seconds since the epoch, always with six decimals. */
        TIMESTAMP {
            @Override
            public void append(StringBuilder out, EventFields fields) {
                long micros = fields.timestampMicros();
                out.append(micros / 1_000_000).append('.');
                String decimals = Long.toString(micros % 1_000_000);
                out.append("0".repeat(6 - decimals.length())).append(decimals);
            }
        },
        /** A random number from 1 to 100. */
        VALUE {
            @Override
            public void append(StringBuilder out, EventFields fields) {
                out.append(fields.value());
            }
        };

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
