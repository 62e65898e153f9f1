package io.kstash.transformer.pipelinetest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.engine.StageObserver;
import io.kstash.transformer.load.PipelineLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Recorded in {@code conformance}; read in the source of Logstash's plugins in {@code cases}. */
class ConformanceTest {
    private final PipelineTestRunner runner =
            new PipelineTestRunner(new PipelineLoader(Map.of(), true), StageObserver.NONE);

    @TestFactory
    Stream<DynamicTest> itAnswersAsARunningLogstashDid() throws Exception {
        return tests("/conformance");
    }

    @TestFactory
    Stream<DynamicTest> itAnswersAsLogstashIsWrittenWhereNothingWasRecorded() throws Exception {
        return tests("/cases");
    }

    private Stream<DynamicTest> tests(String folder) throws Exception {
        Path recorded = Path.of(ConformanceTest.class.getResource(folder).toURI());
        return PipelineTestFiles.read(recorded).stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.name(), () -> assertThat(runner.run(test)).isEmpty()));
    }
}
