package io.kstash.transformer.pipelinetest;

import io.kstash.app.UsageException;
import io.kstash.event.EventException;
import io.kstash.event.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads pipeline tests. */
public final class PipelineTestFiles {
    private static final String EXTENSION = ".json";

    private PipelineTestFiles() {}

    /**
     * The tests of a file, or of all {@code .json} files in and below a folder, in the order of their names.
     *
     * @throws UsageException where a file cannot be read or is no pipeline test, or there is none; the message names it
     */
    static List<PipelineTest> read(Path path) {
        if (!Files.exists(path)) {
            throw new UsageException("No such pipeline test: " + path);
        }
        List<PipelineTest> tests = new ArrayList<>();
        for (Path file : Files.isDirectory(path) ? filesBelow(path) : List.of(path)) {
            tests.addAll(readFile(file));
        }
        if (tests.isEmpty()) {
            throw new UsageException("No pipeline tests in " + path);
        }
        return tests;
    }

    private static List<Path> filesBelow(Path folder) {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(EXTENSION))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new UsageException("Cannot read folder " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<PipelineTest> readFile(Path file) {
        try {
            @Nullable Object json = JsonReader.readFirst(Files.readAllBytes(file));
            List<?> objects = json instanceof List<?> several ? several : json == null ? List.of() : List.of(json);
            List<PipelineTest> tests = new ArrayList<>();
            for (int i = 0; i < objects.size(); i++) {
                tests.add(readTest(file, i + 1, objects.get(i)));
            }
            return tests;
        } catch (IOException unreadable) {
            throw new UsageException("Cannot read pipeline test " + file + ": " + unreadable.getMessage(), unreadable);
        } catch (EventException notJson) {
            throw new UsageException("Pipeline test " + file + " cannot be read: " + notJson.getMessage(), notJson);
        }
    }

    private static PipelineTest readTest(Path file, int number, @Nullable Object object) {
        String place = file + ", test " + number;
        if (object instanceof Map<?, ?> members) {
            return new PipelineTestReader(file, place, members).read();
        }
        throw new UsageException(place + ": a pipeline test is an object");
    }
}
