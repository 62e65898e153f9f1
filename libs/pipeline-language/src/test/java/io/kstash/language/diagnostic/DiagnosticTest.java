package io.kstash.language.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.SourceFile;
import org.junit.jupiter.api.Test;

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
}
