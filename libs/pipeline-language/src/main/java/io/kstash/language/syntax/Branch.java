package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/**
 * {@code if … { } else if … { } else { }}.
 *
 * @param arms the {@code if} and each {@code else if}, in order: the first whose condition holds is taken
 * @param otherwise the statements of {@code else}; empty if there is no {@code else}
 */
public record Branch(List<Arm> arms, List<Statement> otherwise, SourceSpan span) implements Statement {

    public Branch {
        arms = List.copyOf(arms);
        otherwise = List.copyOf(otherwise);
    }

    /** A condition and what is done if it holds. */
    public record Arm(Condition condition, List<Statement> statements, SourceSpan span) implements SyntaxNode {

        public Arm {
            statements = List.copyOf(statements);
        }
    }
}
