package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Changes to folders that survive power loss: a new name is safe only when its folder was synced. */
final class Durably {
    private Durably() {}

    /** Creates the folder and those above it that are missing. */
    static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folderOf(folder);
        createFolders(parent);
        Files.createDirectories(folder); // Another process may have been faster.
        syncFolder(parent);
    }

    /** Creates an empty file, and its folder, unless it is there. */
    static void createFile(Path file) throws IOException {
        Path folder = folderOf(file);
        createFolders(folder);
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        syncFolder(folder);
    }

    /** Where something is that is not the root of all. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "not in a folder");
    }

    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
