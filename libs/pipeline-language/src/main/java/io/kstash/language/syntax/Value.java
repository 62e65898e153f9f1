package io.kstash.language.syntax;

/** What may stand after {@code =>}. */
public sealed interface Value extends SyntaxNode
        permits PluginNode, Bareword, StringLiteral, NumberLiteral, ArrayLiteral, HashLiteral {}
