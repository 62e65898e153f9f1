package io.kstash.language.parser;

/** Leaves a construct that cannot be read on; its problem is reported already, and an enclosing construct recovers. */
final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
        super("reported as a diagnostic", null, false, false);
    }
}
