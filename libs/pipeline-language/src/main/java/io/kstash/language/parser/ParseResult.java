package io.kstash.language.parser;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.syntax.PipelineSyntax;
import java.util.List;

/**
 * What was read.
 *
 * @param syntax the tree; where there are errors it lacks what could not be read, and may serve to look for further
 *     problems but not to run
 * @param diagnostics file after file, in the order of the text
 */
public record ParseResult(PipelineSyntax syntax, List<Diagnostic> diagnostics) {

    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
