package io.kstash.engine;

import io.kstash.language.source.SourceSpan;

/**
 * A part of the filter section that does something with an event, or decides about it.
 *
 * @param text a filter's name; a condition as it is written
 * @param options of a filter, in short and without what is secret; empty for a condition
 * @param span where it stands
 */
public record Step(Kind kind, String text, String options, SourceSpan span) {
    /** What it is. */
    public enum Kind {
        FILTER,
        /** The way of events for which a condition holds. */
        CONDITION,
        /** The way of events for which no condition of an {@code if} with {@code else} holds. */
        ELSE,
        /** The same where nothing is written for them. */
        NO_BRANCH
    }
}
