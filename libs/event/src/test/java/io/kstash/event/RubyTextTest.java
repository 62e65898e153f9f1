package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubyTextTest {
    @ParameterizedTest
    @CsvSource({
        "16, 16",
        "' -5x', -5",
        "1_000, 1000",
        "1__0, 1",
        "+07, 7",
        "x1, 0",
        "'', 0",
        "99999999999999999999, 9223372036854775807"
    })
    void theNumberAtTheStartOfATextIsRead(String text, long expected) {
        assertThat(RubyText.toI(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1e10, 10000000000.0",
        "1e20, 1.0e+20",
        "1.5e-7, 1.5e-07",
        "0.0001, 0.0001",
        "-0.0, -0.0",
        "1e16, 1.0e+16"
    })
    void floatsArePrintedAsRubyDoes(double number, String expected) {
        assertThat(RubyText.floatText(number)).isEqualTo(expected);
    }

    @Test
    void nestedValuesAreInspected() {
        Object value = JsonReader.readLast("[[1,\"x\"],{\"k\":null},{},\"q\\\"\\n#{\"]");

        assertThat(RubyText.inspect(value)).isEqualTo("[[1, \"x\"], {\"k\" => nil}, {}, \"q\\\"\\n\\#{\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0001\u001f\u007f\u009f', \\u0001\\u001F\\u007F\\u009F",
        "'\u0007\b\t\n\u000b\f\r\u001b', \\a\\b\\t\\n\\v\\f\\r\\e",
        "'\u0085\u00ad\u200b\ue000é日', '\u0085\u00ad\u200b\ue000é日'",
        "'\u2028\u2029\ufffe', \\u2028\\u2029\\uFFFE",
        "'\ud83d\ude00\udbff\udfff', '\ud83d\ude00\\u{10FFFF}'",
        "'\"\\#{#a', '\\\"\\\\\\#{#a'"
    })
    void whatCannotBePrintedIsEscapedAsRubyDoes(String text, String expected) {
        assertThat(RubyText.quote(text)).isEqualTo('"' + expected + '"');
    }
}
