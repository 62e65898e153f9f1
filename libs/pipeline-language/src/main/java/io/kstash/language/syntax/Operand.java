package io.kstash.language.syntax;

/** A value in a condition. */
public sealed interface Operand extends SyntaxNode
        permits StringLiteral, NumberLiteral, FieldSelector, ArrayLiteral, MethodCall, RegexpLiteral {}
