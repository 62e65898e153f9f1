package io.kstash.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    @Test
    void isReadAsItIsWritten() {
        Source source = new Source("multi-test-topic", 2, 9_000_000_000L, 1);

        assertThat(source).hasToString("multi-test-topic/2/9000000000/1");
        assertThat(Source.parse(source.toString())).contains(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "topic", "topic/1/2", "topic/1/2/x", "topic/-1/2/3", "topic/1/99999999999999999999/0"})
    void whatIsNoSourceIsNone(String text) {
        assertThat(Source.parse(text)).isEmpty();
    }
}
