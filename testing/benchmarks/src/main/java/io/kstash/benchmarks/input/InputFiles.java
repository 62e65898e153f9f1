package io.kstash.benchmarks.input;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inputs as files, each written when it is first asked for. For one thread. */
public final class InputFiles {
    private final Path folder;
    private final long records;

    /** @param records how many lines each file gets */
    public InputFiles(Path folder, long records) {
        this.folder = folder;
        this.records = records;
    }

    /** The file with the lines of an input. */
    public Path of(Input input) {
        Path file = folder.resolve(input.label() + ".log");
        if (!Files.exists(file)) {
            write(input, file);
        }
        return file;
    }

    private void write(Input input, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            input.lines(records).forEachOrdered(line -> {
                try {
                    writer.write(line);
                    writer.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
