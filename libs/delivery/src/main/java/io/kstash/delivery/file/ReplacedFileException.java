package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody moved a file away between two looks at it. */
final class ReplacedFileException extends IOException {
    ReplacedFileException(Path file) {
        super(file + " was replaced while it was written to");
    }
}
