package io.kstash.transformer.pipelinetest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a running Logstash answered, for all that kstash has so far. */
class ConformanceTest {
    private final PipelineTestRunner runner = new PipelineTestRunner(Map.of());

    @TestFactory
    Stream<DynamicTest> itAnswersAsLogstashDoes() throws Exception {
        Path recorded =
                Path.of(ConformanceTest.class.getResource("/conformance").toURI());
        return PipelineTestFiles.read(recorded).stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.name(), () -> assertThat(runner.run(test)).isEmpty()));
    }
}
