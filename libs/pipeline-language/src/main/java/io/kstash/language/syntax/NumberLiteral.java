package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/**
 * A number.
 *
 * @param value a {@link Long}, a {@link java.math.BigInteger} if that is too small, or a {@link Double} if the text has
 *     a decimal point
 */
public record NumberLiteral(Number value, SourceSpan span) implements Value, Operand {}
