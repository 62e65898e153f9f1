package io.kstash.engine;

import io.kstash.language.source.SourceSpan;

/**
 * An output of a pipeline.
 *
 * @param id unique in the pipeline
 * @param output what the host made of it
 * @param span where it stands
 */
public record PlannedOutput<O>(String id, O output, SourceSpan span) {}
