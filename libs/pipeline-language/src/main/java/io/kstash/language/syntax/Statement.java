package io.kstash.language.syntax;

/** What stands in a section or in a branch. */
public sealed interface Statement extends SyntaxNode permits Branch, PluginNode {}
