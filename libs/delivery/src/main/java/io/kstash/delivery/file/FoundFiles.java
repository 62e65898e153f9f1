package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares files with what the journal says of them: people and their tools move, delete, cut and restore files. */
final class FoundFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FoundFiles.class);

    private final FileLayout layout;

    FoundFiles(FileLayout layout) {
        this.layout = layout;
    }

    /**
     * How to go on with a file.
     *
     * @return the same state; or {@link FileState#GONE} if the file was moved away or deleted; or its new inode, if somebody
     *     put another one in its place that has all that was written
     * @throws ShortFileException if it lacks something
     */
    FileState look(String file, FileState journalled) throws IOException {
        Path path = layout.resolve(file);
        Optional<FileLook> look = FileLook.at(path);
        if (journalled.isGone()) {
            return journalled;
        }
        if (look.isEmpty() || isNew(look.get(), journalled)) {
            warn(path, journalled);
            return FileState.GONE;
        }
        if (look.get().length() < journalled.length()) {
            throw new ShortFileException(path, look.get().length(), journalled.length());
        }
        return journalled.withInode(look.get().inode());
    }

    /** As after logrotate's {@code create}; an empty file with the inode that it had was cut. */
    private static boolean isNew(FileLook look, FileState journalled) {
        return look.length() == 0
                && journalled.length() > 0
                && journalled.inode() != FileState.UNKNOWN
                && journalled.inode() != look.inode();
    }

    private static void warn(Path path, FileState journalled) {
        LOG.warn(
                "{} was moved away or deleted, with the {} lines ({} bytes) that were written to it. What comes goes to a new"
                        + " file",
                path,
                journalled.lines(),
                journalled.length());
    }
}
