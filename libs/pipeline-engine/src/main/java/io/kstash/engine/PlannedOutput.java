package io.kstash.engine;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/**
 * An output of a pipeline.
 *
 * @param id unique in the pipeline
 * @param output what the host made of it
 * @param span where it stands
 * @param conditions which events come to it, as the pipeline says it: all of these hold, and {@code not (…)} is one that must not;
 *     empty where all events do
 */
public record PlannedOutput<O>(String id, O output, SourceSpan span, List<String> conditions) {
    public PlannedOutput {
        conditions = List.copyOf(conditions);
    }
}
