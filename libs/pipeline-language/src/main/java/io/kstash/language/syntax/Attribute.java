package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/** {@code name => value} in a plugin. */
public record Attribute(Name name, Value value, SourceSpan span) implements SyntaxNode {}
