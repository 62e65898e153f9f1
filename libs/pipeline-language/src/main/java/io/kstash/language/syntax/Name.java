package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/**
 * The name of a plugin, an option or a method.
 *
 * @param text the name without quotes
 */
public record Name(String text, SourceSpan span) implements SyntaxNode {}
