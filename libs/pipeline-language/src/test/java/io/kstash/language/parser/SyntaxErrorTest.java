package io.kstash.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of mistakes in {@code syntax-errors.txt}: a text, a line {@code -->}, and all messages that it gives, each
 * with its line and column; rows are parted by a line {@code ====}.
 */
class SyntaxErrorTest {

    record Mistake(String text, List<String> messages) {
        @Override
        public String toString() {
            return messages.get(0);
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        try (InputStream in = SyntaxErrorTest.class.getResourceAsStream("/syntax-errors.txt")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(table.split("\n====\n")).map(SyntaxErrorTest::mistake);
        }
    }

    private static Mistake mistake(String row) {
        String[] parts = row.split("\n-->\n", 2);
        return new Mistake(parts[0], parts[1].lines().toList());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsEachMistakeOnceAndWhereItIs(Mistake mistake) {
        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", mistake.text()));

        assertThat(result.diagnostics()).extracting(SyntaxErrorTest::summary).isEqualTo(mistake.messages());
    }

    @Test
    void namesCharactersThatNobodySees() {
        String text = "\uFEFFfilter { mutate {\u00A0} }";

        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", text));

        assertThat(result.diagnostics())
                .extracting(SyntaxErrorTest::summary)
                .containsExactly(
                        "1:1: the file begins with a byte order mark; save it as UTF-8 without BOM",
                        "1:19: expected an option of 'mutate' or '}' but found the invisible character U+00A0");
    }

    private static String summary(Diagnostic diagnostic) {
        return diagnostic.position().line() + ":" + diagnostic.position().column() + ": " + diagnostic.summary();
    }
}
