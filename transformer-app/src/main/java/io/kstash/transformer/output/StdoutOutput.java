package io.kstash.transformer.output;

import io.kstash.plugin.Codec;

/** Standard output. */
public record StdoutOutput(Codec codec) implements Output {}
