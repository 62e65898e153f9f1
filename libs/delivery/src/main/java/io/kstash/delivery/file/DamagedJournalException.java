package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;

/** A journal is not as kstash left it. */
final class DamagedJournalException extends IOException {
    /** @param what happened, after the journal's name */
    DamagedJournalException(Path journal, String what) {
        super("The journal " + journal + " " + what);
    }
}
