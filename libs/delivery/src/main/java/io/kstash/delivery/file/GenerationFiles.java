package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the file of a generation, which may have another name by now. */
final class GenerationFiles {
    private final FileWindows windows;

    GenerationFiles(FileWindows windows) {
        this.windows = windows;
    }

    /**
     * The file: by its inode in the folder; or, of what is still written to, by its name.
     *
     * @param first some of its lines, because the inode of a deleted file is given to another one
     */
    Optional<Path> find(Generation generation, List<IndexedLine> first) throws IOException {
        if (generation.current() && hasInode(generation.path(), generation.inode())) {
            return Optional.of(generation.path());
        }
        Optional<Path> moved = moved(generation, first);
        return moved.isEmpty() && generation.current() && Files.exists(generation.path())
                ? Optional.of(generation.path())
                : moved;
    }

    private Optional<Path> moved(Generation generation, List<IndexedLine> first) throws IOException {
        Path folder = Durably.folderOf(generation.path());
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (hasInode(file, generation.inode()) && hasSomeOf(file, generation, first)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasInode(Path file, long inode) throws IOException {
        return FileLook.at(file).filter(look -> look.inode() == inode).isPresent();
    }

    private boolean hasSomeOf(Path file, Generation generation, List<IndexedLine> first) throws IOException {
        return new SyncSearch(windows.of(file), first, false, generation.from()).isNear();
    }
}
