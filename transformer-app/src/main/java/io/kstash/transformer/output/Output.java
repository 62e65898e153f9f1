package io.kstash.transformer.output;

/** Where a pipeline's events go. */
public sealed interface Output permits KafkaOutput, FileOutput, StdoutOutput, NullOutput {}
