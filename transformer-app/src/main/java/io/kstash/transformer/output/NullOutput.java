package io.kstash.transformer.output;

/** Nowhere, on purpose. */
public record NullOutput() implements Output {}
