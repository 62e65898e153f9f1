package io.kstash.transformer.output;

import io.kstash.event.Template;
import io.kstash.plugin.Codec;

/**
 * Files to append to.
 *
 * @param path of a file; absolute or relative to the working directory
 */
public record FileOutput(Template path, Codec codec) implements Output {}
