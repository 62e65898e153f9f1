package io.kstash.engine.plan;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a pipeline, so that all of it is reported at once. Not thread-safe. */
final class Problems {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void error(SourceSpan span, String message) {
        add(Diagnostic.error(span, message));
    }

    void error(SourceSpan span, String message, Optional<String> suggestion) {
        add(Diagnostic.error(span, message, suggestion));
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** In the order of the text. */
    List<Diagnostic> inOrder() {
        return diagnostics.stream()
                .sorted(Comparator.comparing((Diagnostic diagnostic) ->
                                diagnostic.span().file().name())
                        .thenComparing(diagnostic -> diagnostic.span().startOffset()))
                .toList();
    }
}
