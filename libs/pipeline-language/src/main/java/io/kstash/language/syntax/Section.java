package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code input { … }}, {@code filter { … }} or {@code output { … }}. */
public record Section(Kind kind, List<Statement> statements, SourceSpan span) implements SyntaxNode {

    public Section {
        statements = List.copyOf(statements);
    }

    public enum Kind {
        INPUT,
        FILTER,
        OUTPUT;

        /** The word in the pipeline text. */
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofKeyword(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.keyword().equals(word))
                    .findFirst();
        }
    }
}
