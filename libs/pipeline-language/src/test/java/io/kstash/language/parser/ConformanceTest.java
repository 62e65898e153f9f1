package io.kstash.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.PipelineSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Logstash reads is read without a word; what it cannot read is refused with one message. */
class ConformanceTest {

    static Stream<ConformanceCorpus.Case> accepted() {
        return ConformanceCorpus.cases().stream().filter(example -> !example.refused());
    }

    static Stream<ConformanceCorpus.Case> refused() {
        return ConformanceCorpus.cases().stream().filter(ConformanceCorpus.Case::refused);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatLogstashAccepts(ConformanceCorpus.Case example) {
        ParseResult result = PipelineParser.parse(PipelineSource.of(example.name(), example.pipeline()));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.syntax().sections()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesOnceWhatLogstashRefuses(ConformanceCorpus.Case example) {
        ParseResult result = PipelineParser.parse(PipelineSource.of(example.name(), example.pipeline()));

        assertThat(result.diagnostics()).hasSize(1);
        assertThat(result.hasErrors()).isTrue();
    }
}
