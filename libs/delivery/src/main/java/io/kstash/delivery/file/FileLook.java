package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the file system says of a file.
 *
 * @param length in bytes
 * @param inode the same as long as the file exists, whatever its name is
 */
record FileLook(long length, long inode) {
    /** Empty if nothing has this name. */
    static Optional<FileLook> at(Path file) throws IOException {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, "unix:size,ino");
            return Optional.of(new FileLook(number(attributes, "size"), number(attributes, "ino")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, Object> attributes, String name) {
        return (Long) Objects.requireNonNull(attributes.get(name));
    }
}
