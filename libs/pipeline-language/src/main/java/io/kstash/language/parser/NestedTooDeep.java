package io.kstash.language.parser;

/** Ends the reading of a file whose nesting would exhaust the stack; reported already. */
final class NestedTooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NestedTooDeep() {
        super("reported as a diagnostic", null, false, false);
    }
}
