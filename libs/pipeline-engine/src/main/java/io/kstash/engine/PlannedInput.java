package io.kstash.engine;

import io.kstash.language.source.SourceSpan;

/**
 * An input of a pipeline.
 *
 * @param id unique in the pipeline
 * @param input what the host made of it
 * @param decoration what it adds to each event
 * @param span where it stands
 */
public record PlannedInput<I>(String id, I input, Decoration decoration, SourceSpan span) {}
