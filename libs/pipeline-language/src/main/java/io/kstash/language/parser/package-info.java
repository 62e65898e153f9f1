/** Pipeline text to tokens to a syntax tree. Start at {@link io.kstash.language.parser.PipelineParser}. */
@NullMarked
package io.kstash.language.parser;

import org.jspecify.annotations.NullMarked;
