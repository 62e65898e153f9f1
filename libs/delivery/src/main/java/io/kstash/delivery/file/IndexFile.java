package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index beside the files, as it is written: {@link IndexEntry} by entry, in the form of a journal's lines. */
final class IndexFile {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);

    private final Path file;
    private final FileAppender appender;

    IndexFile(Path file, FileAppender appender) {
        this.file = file;
        this.appender = appender;
    }

    /**
     * Whether there is nothing left to append to, so that another one has to be begun.
     *
     * @param length as journalled
     * @throws ShortFileException if a part of it is missing
     */
    boolean isLost(long length) throws IOException {
        if (length > 0 && Files.notExists(file)) {
            LOG.warn(
                    "The index {} was deleted: what was written up to now can no longer be checked. What comes is indexed",
                    file);
            return true;
        }
        if (length > 0 && Files.size(file) < length) {
            throw new ShortFileException(file, Files.size(file), length);
        }
        return false;
    }

    /** Cuts what was not acknowledged. */
    void cut(long length) throws IOException {
        appender.cut(file, length);
    }

    /**
     * Appends, synced.
     *
     * @param length as journalled; what is behind is cut
     * @return the new length
     */
    long append(long length, List<byte[]> entries) throws IOException {
        if (entries.isEmpty()) {
            return length;
        }
        if (length == 0) {
            Durably.createFile(file);
        }
        return appender.append(file, FileState.ofLength(length), entries);
    }
}
