package io.kstash.filters.grok;

import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files of patterns that a pipeline names: those of a folder, one, or those that wildcards find, in the order of their
 * names. As in Logstash it is no fault if there is none.
 *
 * @param option the option that names them, for messages
 * @param glob which files of a folder are meant
 */
record PatternFiles(Option<?> option, String glob) {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    /** Adds the patterns of the files; of several with one name the last counts. */
    void read(String path, Map<String, String> patterns) {
        try {
            for (Path file : find(Files.isDirectory(Path.of(path)) ? path + "/" + glob : path)) {
                PatternFile.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), patterns);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InvalidOptionException(option, "names " + path + ", which cannot be read: " + unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidOptionException(
                    option, "names " + path + " with the files " + glob + ": these are no paths, or no wildcards");
        }
    }

    /** Here {@code *} is any name that does not begin with a dot, and {@code **} any folders, also none. */
    private static List<Path> find(String path) throws IOException {
        Path folder = fixedFolder(path);
        if (!WILDCARD.matcher(path).find() || !Files.isDirectory(folder)) {
            return Stream.of(Path.of(path)).filter(Files::isRegularFile).toList();
        }
        PathMatcher matcher = matcher(path);
        PathMatcher withoutFolders = matcher(path.replace("**/", ""));
        int depth = path.contains("**") ? Integer.MAX_VALUE : Path.of(path).getNameCount();
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> matcher.matches(file) || withoutFolders.matches(file))
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The folder above the first name with a wildcard. */
    private static Path fixedFolder(String path) {
        String[] names = path.split("/", -1);
        StringBuilder folder = new StringBuilder();
        for (int i = 0; i < names.length && !WILDCARD.matcher(names[i]).find(); i++) {
            folder.append(names[i]).append('/');
        }
        return Path.of(folder.toString());
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private static boolean isHidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }
}
