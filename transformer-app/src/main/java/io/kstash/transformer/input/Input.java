package io.kstash.transformer.input;

/** Where a pipeline's events come from. */
public sealed interface Input permits KafkaInput, LocalInput {}
