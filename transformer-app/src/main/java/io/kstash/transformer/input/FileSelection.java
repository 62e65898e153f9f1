package io.kstash.transformer.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of files with wildcards.
 *
 * @param paths whole paths; {@code *} is any name and {@code **} any folders, also none
 * @param exclude names without folders that are left out
 */
record FileSelection(List<String> paths, List<String> exclude) {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    /** @throws java.util.regex.PatternSyntaxException where wildcards are not well formed */
    FileSelection {
        paths.stream().filter(FileSelection::hasWildcards).forEach(path -> {
            glob(path);
            withoutFolders(path);
        });
        exclude.forEach(FileSelection::glob);
    }

    /** The files that exist now, the one that was changed longest ago first. */
    List<Path> find() throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        for (String path : paths) {
            candidates(path).stream()
                    .filter(Files::isRegularFile)
                    .filter(this::isIncluded)
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparing(FileSelection::lastModified))
                .toList();
    }

    private static List<Path> candidates(String path) throws IOException {
        if (!hasWildcards(path)) {
            return List.of(Path.of(path));
        }
        Path folder = fixedFolder(path);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher = glob(path);
        PathMatcher withoutFolders = withoutFolders(path);
        int depth = path.contains("**") ? Integer.MAX_VALUE : Path.of(path).getNameCount() - folder.getNameCount();
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> matcher.matches(file) || withoutFolders.matches(file))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The folder above the first name with a wildcard. */
    private static Path fixedFolder(String path) {
        String[] names = path.split("/", -1);
        StringBuilder folder = new StringBuilder();
        for (int i = 0; i < names.length && !hasWildcards(names[i]); i++) {
            folder.append(names[i]).append('/');
        }
        return Path.of(folder.toString());
    }

    private static boolean hasWildcards(String path) {
        return WILDCARD.matcher(path).find();
    }

    private static PathMatcher withoutFolders(String path) {
        return glob(path.replace("**/", ""));
    }

    private static PathMatcher glob(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private boolean isIncluded(Path file) {
        @Nullable Path name = file.getFileName();
        return name != null
                && exclude.stream().noneMatch(pattern -> glob(pattern).matches(name));
    }

    private static FileTime lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
