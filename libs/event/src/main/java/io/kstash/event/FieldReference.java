package io.kstash.event;

import java.util.ArrayList;
import java.util.List;

/**
 * A parsed reference to a field: {@code name}, {@code [name]}, {@code [outer][inner][0]} or {@code [@metadata][name]}.
 * Immutable; parse once, use for every event. Which root it starts from (the fields or the metadata) is decided here,
 * so that an access costs no comparison of names.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/field-references-deepdive">Field references deep dive</a>
 */
public final class FieldReference {
    private final String text;
    private final boolean metadata;
    private final String[] path;
    private final boolean timestamp;
    private final boolean tags;

    private FieldReference(String text, boolean metadata, List<String> path) {
        this.text = text;
        this.metadata = metadata;
        this.path = path.toArray(String[]::new);
        this.timestamp = !metadata && path.equals(List.of(Event.TIMESTAMP));
        this.tags = !metadata && path.get(0).equals(Event.TAGS);
    }

    /**
     * Parses a reference.
     *
     * @throws FieldReferenceException where brackets are not balanced, empty, or mixed with bare text
     */
    public static FieldReference of(String text) {
        List<String> names = new Scanner(text).names();
        boolean metadata = !names.isEmpty() && names.get(0).equals(Event.METADATA);
        return new FieldReference(text, metadata, metadata ? names.subList(1, names.size()) : names);
    }

    /** A reference to one top-level field whose name is taken literally, brackets and all. */
    public static FieldReference ofName(String name) {
        return new FieldReference(name, false, List.of(name));
    }

    /** True for {@code [@metadata]} and everything below it. */
    boolean inMetadata() {
        return metadata;
    }

    /** The names below the root; empty only for {@code [@metadata]} itself. */
    String[] path() {
        return path;
    }

    /** True if this is {@code @timestamp} itself. */
    boolean isTimestamp() {
        return timestamp;
    }

    /** True if this is {@code tags} itself. */
    boolean isTags() {
        return tags && path.length == 1;
    }

    /** True if this is a field inside {@code tags}. */
    boolean isBelowTags() {
        return tags && path.length > 1;
    }

    /** The last name of the path, such as {@code inner} of {@code [outer][inner]}. */
    public String lastName() {
        return path.length == 0 ? Event.METADATA : path[path.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldReference that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The reference as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /** Splits a reference into names: either no bracket at all, or nothing but bracketed names. */
    private static final class Scanner {
        private final String text;
        private final List<String> names = new ArrayList<>();
        private int depth;
        private int start;

        Scanner(String text) {
            this.text = text;
        }

        List<String> names() {
            char previous = 0;
            for (int i = 0; i < text.length(); i++) {
                char current = text.charAt(i);
                switch (current) {
                    case '[' -> open(i);
                    case ']' -> close(i, previous);
                    default -> check(previous != ']');
                }
                previous = current;
            }
            check(depth == 0);
            if (start < text.length()) {
                names.add(text.substring(start));
            }
            check(!names.isEmpty() || text.isEmpty());
            return names.isEmpty() ? List.of("") : names;
        }

        private void open(int position) {
            check(start == position);
            depth++;
            start = position + 1;
        }

        private void close(int position, char previous) {
            check(depth > 0 && (start < position || previous == ']'));
            if (start < position) {
                names.add(text.substring(start, position));
            }
            depth--;
            start = position + 1;
        }

        private void check(boolean wellFormed) {
            if (!wellFormed) {
                throw new FieldReferenceException(text);
            }
        }
    }
}
