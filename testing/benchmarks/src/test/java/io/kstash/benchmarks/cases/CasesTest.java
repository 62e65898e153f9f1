package io.kstash.benchmarks.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kstash.app.UsageException;
import io.kstash.benchmarks.input.Input;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.load.PipelineLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CasesTest {
    @Test
    void eachHasANameAndALimitThatIsACase() {
        // given
        List<String> names =
                Cases.all().stream().map(each -> each.spec().name()).toList();

        // then
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .containsAll(Cases.all().stream()
                        .flatMap(each -> each.spec().limit().stream())
                        .toList());
    }

    @Test
    void theChosenOnesRunInTheirOwnOrder() {
        assertThat(Cases.named(List.of("kstash-app", "raw-to-topic")))
                .extracting(each -> each.spec().name())
                .containsExactly("raw-to-topic", "kstash-app");
    }

    @Test
    void anUnknownOneIsRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Cases.named(List.of("raw")))
                .withMessageStartingWith("There is no case raw: choose from raw-to-topic, streams-default, ");
    }

    @Test
    void thePipelinesAreFine() {
        // given
        String topicToFile = PipelineFile.fromTopic("in", "group", 1)
                + Input.READINGS.filters()
                + PipelineFile.toFile(Path.of("/out"));
        String fileToTopic = PipelineFile.fromFile(Path.of("/in"), "plain", Path.of("/log"))
                + Input.ACCESS.filters()
                + PipelineFile.toTopic("out");

        // then
        assertThat(List.of(topicToFile, fileToTopic))
                .allSatisfy(text -> assertThat(new PipelineLoader(Map.of(), true)
                                .check(PipelineSource.of("benchmark", text))
                                .diagnostics())
                        .isEmpty());
    }
}
