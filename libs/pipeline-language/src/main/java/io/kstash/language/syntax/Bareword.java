package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/** A word without quotes, such as {@code true} or {@code integer}. Logstash takes it as a string. */
public record Bareword(String text, SourceSpan span) implements Value {}
