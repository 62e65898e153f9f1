package io.kstash.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, for a person: Java's own messages are often only the path. */
public final class FileProblem {
    private FileProblem() {}

    /** Such as {@code permission denied: /var/log/app.log}. */
    public static String describe(IOException failure) {
        if (!(failure instanceof FileSystemException ofFile)) {
            return String.valueOf(failure.getMessage());
        }
        String file = ofFile.getFile() == null ? "" : ": " + ofFile.getFile();
        return reason(ofFile) + file;
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
    }
}
