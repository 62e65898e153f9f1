package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/** {@code { key => value key => value }}. */
public record HashLiteral(List<Entry> entries, SourceSpan span) implements Value {

    public HashLiteral {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param key a {@link StringLiteral}, a {@link Bareword} or a {@link NumberLiteral}
     */
    public record Entry(Value key, Value value, SourceSpan span) implements SyntaxNode {}
}
