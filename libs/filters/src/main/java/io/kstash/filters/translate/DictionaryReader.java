package io.kstash.filters.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the dictionary in a file of one format. */
@FunctionalInterface
interface DictionaryReader {
    /**
     * All entries, in the order of the file.
     *
     * @throws DictionaryException where the file is not of the format
     * @throws IOException where it cannot be read
     */
    Map<Object, @Nullable Object> read(Path file) throws IOException;
}
