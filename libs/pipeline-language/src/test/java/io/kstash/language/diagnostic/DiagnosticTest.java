package io.kstash.language.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticTest {
    private final SourceFile file = new SourceFile("a.conf", "one\n\ttwo\t😀 three\r\n");

    @Test
    void showsThePlaceTheLineAndACaret() {
        Diagnostic diagnostic = Diagnostic.error(file.span(0, 3), "expected two");

        assertThat(diagnostic.render()).isEqualTo("a.conf:1:1: expected two\none\n^");
    }

    @Test
    void keepsTabsSoThatTheCaretIsAligned() {
        Diagnostic diagnostic = Diagnostic.error(file.span(12, 17), "expected four", "did you mean 'four'?");

        assertThat(diagnostic.render())
                .isEqualTo("a.conf:2:8: expected four; did you mean 'four'?\n\ttwo\t😀 three\n\t   \t  ^");
    }

    @Test
    void saysThatAWarningIsOne() {
        Diagnostic diagnostic = Diagnostic.warning(file.span(1, 2), "odd");

        assertThat(diagnostic.isError()).isFalse();
        assertThat(diagnostic.render()).startsWith("a.conf:1:2: warning: odd\n");
    }

    @Test
    void pointsBehindTheLastCharacterAtTheEndOfTheText() {
        SourceFile oneLine = new SourceFile("a.conf", "ab");

        Diagnostic diagnostic = Diagnostic.error(oneLine.span(2, 2), "expected more");

        assertThat(diagnostic.render()).isEqualTo("a.conf:1:3: expected more\nab\n  ^");
    }

    @Test
    void showsOfALongLineWhatSurroundsThePlace() {
        SourceFile longLine = new SourceFile("a.conf", "a".repeat(1000) + "\t!" + "b".repeat(1000));

        Diagnostic diagnostic = Diagnostic.error(longLine.span(1001, 1002), "loud");

        assertThat(diagnostic.render())
                .isEqualTo("a.conf:1:1002: loud\n..." + "a".repeat(99) + "\t!" + "b".repeat(99) + "...\n"
                        + " ".repeat(102) + "\t^");
    }

    @Test
    void aLongSecretIsMaskedAsWell() {
        SourceFile secret = new SourceFile("a.conf", "password => \"" + "wonder ".repeat(50_000) + "\" x\n");

        Diagnostic diagnostic = Diagnostic.error(secret.span(0, 8), "wrong");

        assertThat(diagnostic.render()).doesNotContain("wonder").contains("password => ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl_key_password => \"wonder\"",
                "ssl_key_password => 'wonder'",
                "\"ssl_key_password\" => wonder",
                "ssl_key_password => [\"wonder\", \"wonder\"]",
                "ssl_key_password => { \"a\" => \"wonder\" }",
                "SASL_JAAS_CONFIG => 'x required\n password=\"wonder\";'",
                "sasl_jaas_config => \"x required\n password='wonder';\"",
                "sasl_jaas_config => \"x required username=\"alice\" password=\"wonder\";\"",
                "sasl_jaas_config => \"wonder",
            })
    void masksASecretAndKeepsTheColumns(String option) {
        String text = "kafka { " + option + " bogus => 1 }";
        SourceFile secret = new SourceFile("a.conf", text);
        int place = text.indexOf("bogus");

        String shown = Diagnostic.error(secret.span(place, place + 5), "no such option")
                .render();

        assertThat(shown).doesNotContain("wonder");
        String[] lines = shown.split("\n", -1);
        assertThat(lines[1])
                .hasSameSizeAs(text.lines().reduce((first, last) -> last).orElseThrow());
        assertThat(lines[2].length() - 1)
                .isEqualTo(
                        text.lines().reduce((first, last) -> last).orElseThrow().indexOf("bogus"));
    }

    @Test
    void doesNotQuoteAPieceOfASecretThatItsQuotesDoNotHold() {
        String text = "sasl_jaas_config => \"x required password=\"wonder\";\"\n topic_id => 1";
        SourceFile secret = new SourceFile("a.conf", text);
        int place = text.indexOf("wonder");

        Diagnostic spilled = Diagnostic.error(secret.span(place, place + 6), "expected => and not wonder");
        Diagnostic other = Diagnostic.error(secret.span(text.length() - 1, text.length()), "a number");

        assertThat(spilled.render())
                .startsWith("a.conf:1:43: the value of a secret option ends before this, which is not shown;")
                .doesNotContain("wonder");
        assertThat(other.render()).isEqualTo("a.conf:2:14: a number\n topic_id => 1\n             ^");
    }
}
