package io.kstash.plugin;

import io.kstash.event.RubyText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as a pipeline has them. */
final class PathText {
    private PathText() {}

    /**
     * The path that a text is.
     *
     * @throws InvalidOptionException where no file of this system can have it: of some character its names cannot be
     */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new InvalidOptionException("must be a path that a file can have here, and not "
                    + RubyText.inspect(text) + ": " + invalid.getReason());
        }
    }

    /** The text, if it is a path. */
    static String require(String text) {
        path(text);
        return text;
    }
}
