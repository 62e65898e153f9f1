package io.kstash.language.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFileTest {

    @Test
    void countsLinesAndColumnsFromOne() {
        SourceFile file = new SourceFile("a.conf", "ab\nc\r\n\nd");

        assertThat(file.positionAt(0)).hasToString("a.conf:1:1");
        assertThat(file.positionAt(2)).hasToString("a.conf:1:3");
        assertThat(file.positionAt(3)).hasToString("a.conf:2:1");
        assertThat(file.positionAt(6)).hasToString("a.conf:3:1");
        assertThat(file.positionAt(8)).hasToString("a.conf:4:2");
    }

    @Test
    void columnsCountCharactersBeyondTheBasicPlaneOnce() {
        SourceFile file = new SourceFile("a.conf", "😀x");

        assertThat(file.positionAt(2)).hasToString("a.conf:1:2");
    }

    @Test
    void linesComeWithoutTheirBreak() {
        SourceFile file = new SourceFile("a.conf", "ab\nc\r\n\nd");

        assertThat(file.line(1)).isEqualTo("ab");
        assertThat(file.line(2)).isEqualTo("c");
        assertThat(file.line(3)).isEmpty();
        assertThat(file.line(4)).isEqualTo("d");
    }

    @Test
    void anEmptyFileHasOneEmptyLine() {
        SourceFile file = new SourceFile("a.conf", "");

        assertThat(file.line(1)).isEmpty();
        assertThat(file.positionAt(0)).hasToString("a.conf:1:1");
    }

    @Test
    void spansKnowTheirTextAndPlace() {
        SourceSpan span = new SourceFile("a.conf", "ab\ncd").span(1, 4);

        assertThat(span.text()).isEqualTo("b\nc");
        assertThat(span).hasToString("a.conf:1:2");
        assertThat(span.end()).hasToString("a.conf:2:2");
    }
}
