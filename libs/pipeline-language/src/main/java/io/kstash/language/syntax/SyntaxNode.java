package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;

/** A part of the text that has a meaning. */
public interface SyntaxNode {

    /** Where the node stands, from its first to after its last character. */
    SourceSpan span();
}
