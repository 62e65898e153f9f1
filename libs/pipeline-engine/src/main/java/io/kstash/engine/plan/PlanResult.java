package io.kstash.engine.plan;

import io.kstash.engine.Pipeline;
import io.kstash.language.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of a pipeline's text.
 *
 * @param pipeline present if there is no error
 * @param diagnostics all that is wrong or doubtful, in the order of the text
 */
public record PlanResult<I, O>(Optional<Pipeline<I, O>> pipeline, List<Diagnostic> diagnostics) {
    public PlanResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
