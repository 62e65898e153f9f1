package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/**
 * {@code /pattern/}.
 *
 * @param pattern what stands between the slashes, unchanged: an escaped slash keeps its backslash
 */
public record RegexpLiteral(String pattern, SourceSpan span) implements Operand {}
