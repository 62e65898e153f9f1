package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/**
 * A field of the event: {@code [a][b]}. As in Logstash everything between the brackets belongs to the name, so
 * {@code ["x"]} is the field whose name has quotes.
 *
 * @param path the names from the outermost to the innermost field; never empty
 */
public record FieldSelector(List<String> path, SourceSpan span) implements Operand {

    public FieldSelector {
        path = List.copyOf(path);
    }
}
