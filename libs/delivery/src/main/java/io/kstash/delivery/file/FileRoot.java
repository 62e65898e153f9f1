package io.kstash.delivery.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A folder below which events say where their files are. What comes with the data must not stop who writes: such a path
 * would fail again and again.
 *
 * @param path absolute
 */
public record FileRoot(Path path) {
    private static final int LONGEST_NAME_BYTES = 255;
    /** As Linux has it, with the zero at the end. */
    private static final int LONGEST_PATH_BYTES = 4096;

    /**
     * True if a file can be there, as far as its names and what is in their way say. Asks the file system.
     *
     * @param inside from the root, normalized
     */
    public boolean canHold(Path inside) {
        for (Path name : inside) {
            if (bytes(name) > LONGEST_NAME_BYTES) {
                return false;
            }
        }
        Path file = path.resolve(inside);
        return bytes(file) < LONGEST_PATH_BYTES && !Files.isDirectory(file) && hasNoFileAsFolder(inside);
    }

    private boolean hasNoFileAsFolder(Path inside) {
        for (Path folder = inside.getParent(); folder != null; folder = folder.getParent()) {
            Path there = path.resolve(folder);
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(there)) {
                return false;
            }
        }
        return true;
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
