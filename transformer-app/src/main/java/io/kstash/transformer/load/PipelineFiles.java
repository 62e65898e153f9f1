package io.kstash.transformer.load;

import io.kstash.app.UsageException;
import io.kstash.language.source.PipelineSource;
import io.kstash.language.source.SourceFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads pipeline files. */
public final class PipelineFiles {
    private static final String EXTENSION = ".conf";

    private PipelineFiles() {}

    /**
     * Reads a file, or all {@code .conf} files of a folder.
     *
     * @throws UsageException where there is nothing to read; the message names the path
     */
    public static PipelineSource read(Path path) {
        if (!Files.exists(path)) {
            throw new UsageException("No such pipeline file: " + path);
        }
        List<Path> files = Files.isDirectory(path) ? filesIn(path) : List.of(path);
        return new PipelineSource(files.stream()
                .map(file -> new SourceFile(file.toString(), text(file)))
                .toList());
    }

    /** The pipeline's name, from which those of its own topics are made: that of the file or folder without extension. */
    public static String nameOf(Path path) {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(entry -> entry.toString().endsWith(EXTENSION))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException("No pipeline files (*" + EXTENSION + ") in folder " + folder);
            }
            return files;
        } catch (IOException unreadable) {
            throw new UsageException("Cannot read folder " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException notUtf8) {
            throw new UsageException(
                    "Pipeline file " + file + " is not UTF-8; convert it, for example with iconv", notUtf8);
        } catch (AccessDeniedException denied) {
            throw new UsageException("No permission to read pipeline file " + file, denied);
        } catch (IOException unreadable) {
            throw new UsageException("Cannot read pipeline file " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
