package io.kstash.language.parser;

/** What the parser expects, where that decides how the text is cut into tokens. */
enum LexerMode {
    /** Names, values of options, punctuation. */
    PLAIN,
    /** A value in a condition: {@code [} may open a field, {@code /} opens a regular expression. */
    OPERAND,
    /** An operator in a condition. It needs no space around it, as in {@code [a]==1and[b]}. */
    OPERATOR
}
