package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file has less than what was written and synced: somebody cut it. */
final class ShortFileException extends IOException {
    private final transient Path file;
    private final long actual;
    private final long journalled;

    ShortFileException(Path file, long actual, long journalled) {
        super(file + " has " + actual + " bytes instead of " + journalled);
        this.file = file;
        this.actual = actual;
        this.journalled = journalled;
    }

    Path file() {
        return file;
    }

    long actual() {
        return actual;
    }

    long journalled() {
        return journalled;
    }
}
