package io.kstash.filters.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dictionary in a file that may change. It is read as a whole and then takes the place of the one before, so that no
 * event sees half of it.
 */
final class DictionaryFile implements Lookup {
    private static final Logger LOG = LoggerFactory.getLogger(DictionaryFile.class);

    private final Path path;
    private final DictionaryReader reader;
    private final Matching matching;
    private final RefreshBehaviour behaviour;

    private Map<Object, @Nullable Object> entries = Map.of();
    private FileTime modified;
    private volatile Lookup current;

    /**
     * Reads the file for the first time.
     *
     * @throws DictionaryException where it makes no dictionary
     * @throws IOException where it cannot be read
     */
    DictionaryFile(Path path, DictionaryReader reader, Matching matching, RefreshBehaviour behaviour)
            throws IOException {
        this.path = path;
        this.reader = reader;
        this.matching = matching;
        this.behaviour = behaviour;
        this.modified = Files.getLastModifiedTime(path);
        this.current = read();
    }

    @Override
    public @Nullable Translation find(String text) {
        return current.find(text);
    }

    /** Reads the file again if there is reason to. One that cannot be read leaves the dictionary as it is. */
    synchronized void refresh() {
        try {
            FileTime now = Files.getLastModifiedTime(path);
            if (behaviour.readsUnchanged() || !now.equals(modified)) {
                modified = now;
                current = read();
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.atWarn()
                    .addKeyValue("file", path)
                    .addKeyValue("reason", unreadable.toString())
                    .log("a dictionary cannot be read again; translate goes on with the old one");
        }
    }

    private Lookup read() throws IOException {
        Map<Object, @Nullable Object> read = new LinkedHashMap<>(behaviour.keepsRemoved() ? entries : Map.of());
        read.putAll(reader.read(path));
        Lookup lookup = matching.in(read);
        entries = read;
        return lookup;
    }

    /**
     * What happens at a refresh.
     *
     * @param keepsRemoved whether entries stay that the file does not have any more
     * @param readsUnchanged whether a file is read whose time of modification is the same
     */
    record RefreshBehaviour(boolean keepsRemoved, boolean readsUnchanged) {}
}
