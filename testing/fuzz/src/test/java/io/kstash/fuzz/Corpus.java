package io.kstash.fuzz;

import io.kstash.event.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recorded cases, from which everything else is made by mutation. */
record Corpus(List<Sample> samples) {
    /**
     * A recorded case.
     *
     * @param events that go in; none where the case is about a whole pipeline
     */
    record Sample(String pipeline, List<Map<String, @Nullable Object>> events) {}

    /** All pipeline tests in a folder. */
    static Corpus read(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                JsonReader.readAll(Files.readAllBytes(file)).stream()
                        .flatMap(tests -> ((List<?>) tests).stream())
                        .map(test -> sample((Map<?, ?>) test))
                        .forEach(samples::add);
            }
        }
        return new Corpus(List.copyOf(samples));
    }

    @SuppressWarnings("unchecked") // events are objects with names as keys
    private static Sample sample(Map<?, ?> test) {
        Object given = test.get("given");
        return new Sample(
                String.valueOf(test.get("pipeline")),
                given == null ? List.of() : (List<Map<String, @Nullable Object>>) given);
    }

    Sample any(Random random) {
        return samples.get(random.nextInt(samples.size()));
    }
}
