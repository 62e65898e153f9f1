package io.kstash.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.PipelineSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each filter refuses: a file a filter in {@code filter-problems}, with rows of a pipeline, a line {@code -->} and
 * all messages that it gives, each {@code LINE:COLUMN: message}; a line {@code ====} ends a row.
 */
class FilterProblemsTest {

    static Stream<Arguments> rows() throws Exception {
        Path folder =
                Path.of(FilterProblemsTest.class.getResource("/filter-problems").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(FilterProblemsTest::rowsOf).toList().stream();
        }
    }

    private static Stream<Arguments> rowsOf(Path file) {
        try {
            return Stream.of(Files.readString(file).split("(?m)^====\n"))
                    .map(row -> row.split("(?m)^-->\n"))
                    .map(parts -> Arguments.of(parts[0], parts[1]));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aProblemIsToldWithItsPlaceAndWhatToDo(String pipeline, String expected) {
        String told = TestCatalog.planner().plan(PipelineSource.of("p.conf", pipeline)).diagnostics().stream()
                .map(diagnostic -> diagnostic.position().line() + ":"
                        + diagnostic.position().column() + ": " + diagnostic.summary() + "\n")
                .collect(Collectors.joining());

        assertThat(told).isEqualTo(expected);
    }
}
