package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/** {@code [value, value]}. In a condition, one element in brackets is a {@link FieldSelector}, not an array. */
public record ArrayLiteral(List<Value> elements, SourceSpan span) implements Value, Operand {

    public ArrayLiteral {
        elements = List.copyOf(elements);
    }
}
