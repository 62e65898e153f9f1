package io.kstash.language.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {
    private static final String FRAGMENTS = "{}[]()\"'/#=!<>,\\ \n\tab1.-_é“”:;&|~";

    @ParameterizedTest
    @ValueSource(strings = {"\n", " "})
    void readsALargePipelineInLinearTime(String separator) {
        String filter = "if [a] == \"x\" { mutate { add_field => { \"k\" => \"v\" } } }" + separator;
        int count = 1_000_000 / filter.length() + 1;
        PipelineSource source = PipelineSource.of("a.conf", "filter {" + filter.repeat(count) + "}");

        ParseResult result =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PipelineParser.parse(source));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.syntax().sections().get(0).statements()).hasSize(count);
    }

    @Test
    void readsALargePipelineFullOfMistakesInLinearTime() {
        String text = "filter {\n" + "mutate { add_tag = \"x\" }\n".repeat(40_000) + "}";

        ParseResult result = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> PipelineParser.parse(PipelineSource.of("a.conf", text)));

        assertThat(result.diagnostics()).hasSize(40_000);
    }

    @ParameterizedTest
    @CsvSource({"[a] == 1 xor, xor, 26", "!, !, 15", "!, not, 15"})
    void aLongRunOfOperatorsIsOneProblem(String head, String operator, int column) {
        String text = "filter { if " + head + (" " + operator).repeat(50_000) + " [b] { drop { } } }";

        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", text));

        assertThat(result.diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.position().column()).isEqualTo(column));
    }

    @Test
    void readsLongChainsWithoutNesting() {
        String condition = "[a]" + " or [b] and [c]".repeat(20_000);
        String text = "filter { if " + condition + " { }" + " else if [d] { }".repeat(20_000) + " }";

        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", text));

        assertThat(result.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter { | if [a] { |  | 200",
                "filter { if | ( |  | 200",
                "filter { if | !( |  | 200",
                "filter { if | [a] and [b] and [c] or |[d] { | 200",
                "filter { mutate { a => | [ |  | 199",
                "filter { mutate { a => | {bb=> |  | 199",
                "filter { mutate { a => | cc{dd=> |  | 199",
                "filter { if | foo( |  | 200",
            })
    void refusesDeepNestingInsteadOfExhaustingTheStack(String head, String level, String tail, int allowed) {
        String text = head + " " + level.repeat(100_000) + (tail == null ? "" : tail);

        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", text));

        assertThat(result.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::message)
                .containsExactly("nested deeper than 200 levels");
        assertThat(PipelineParser.parse(PipelineSource.of("a.conf", head + " " + level.repeat(allowed - 1) + tail))
                        .diagnostics())
                .extracting(Diagnostic::message)
                .doesNotContain("nested deeper than 200 levels");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverThrowsWhateverTheText(long seed) {
        Random random = new Random(seed);
        List<ConformanceCorpus.Case> cases = ConformanceCorpus.cases();
        for (int i = 0; i < 3_000; i++) {
            String text = mutated(cases.get(random.nextInt(cases.size())).pipeline(), random);
            assertThatCode(() -> renderAll(text)).as(text).doesNotThrowAnyException();
        }
    }

    private static void renderAll(String text) {
        PipelineParser.parse(PipelineSource.of("a.conf", text)).diagnostics().forEach(Diagnostic::render);
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(mutated.length() + 1);
            int length = Math.min(random.nextInt(8), mutated.length() - at);
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, at + length);
                case 1 -> mutated.insert(at, FRAGMENTS.charAt(random.nextInt(FRAGMENTS.length())));
                case 2 -> mutated.insert(at, mutated.substring(at, at + length));
                default -> mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(at, at + length));
            }
        }
        return mutated.toString();
    }
}
