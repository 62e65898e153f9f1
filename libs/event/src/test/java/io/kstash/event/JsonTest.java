package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1732345678.123} | {\"a\":1.732345678123E9}",
                "{\"a\":1e400} | {\"a\":\"Infinity\"}",
                "{\"a\":-0.0} | {\"a\":-0.0}",
                "{\"a\":123456789012345678901234567890} | {\"a\":123456789012345678901234567890}",
                "{\"a\":1,\"a\":2} | {\"a\":2}",
                "{\"a\":[null,true,{}]} | {\"a\":[null,true,{}]}",
                "{\"a\":1} trailing | {\"a\":1}",
            })
    void valuesArePrintedAsLogstashPrintsThem(String given, String expected) {
        Object value = JsonReader.readFirst(given.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(JsonWriter.utf8(value), StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a:1}", "{\"a\":01}", "{\"a\":NaN}", "{\"a\":1,}", "\ufeff{}", "{\"a\":", "// x\n{}"})
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonReader.readFirst(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonTextException.class)
                .hasMessageStartingWith("Not JSON: ");
    }

    @Test
    void nestingBeyondTheLimitIsRefusedAndDoesNotExhaustTheStack() {
        String deep = "[".repeat(100_000);

        assertThatThrownBy(() -> JsonReader.readLast(deep)).isInstanceOf(JsonTextException.class);
    }

    @Test
    void halfASurrogatePairIsWrittenAsItsEscape() {
        Object value = JsonReader.readLast("\"\\ud83d\"");

        assertThat(new String(JsonWriter.utf8(value), StandardCharsets.UTF_8)).isEqualTo("\"\\uD83D\"");
    }
}
