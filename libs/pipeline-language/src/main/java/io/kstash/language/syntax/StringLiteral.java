package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/**
 * A quoted string.
 *
 * @param text what stands between the quotes, unchanged: backslashes stay, even before a quote, and environment
 *     variables are not replaced
 */
public record StringLiteral(String text, SourceSpan span) implements Value, Operand {}
