package io.kstash.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x; abc; false",
                "b; abc; true",
                "^b$; 'a\nb\nc'; true",
                "a.b; 'a\nb'; false",
                "(?i)abc; xABCx; true",
                "^[[:alpha:]]+$; ab1; false",
                "^(?<n>.+?)-(\\d+)$; web-01; true",
                "foo(?!bar); foobar; false",
                "ż; zażółć; true",
            })
    void itFindsWhatRubyFinds(String pattern, String text, boolean found) {
        assertThat(Regexp.compile(pattern).find(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*"})
    void whatIsNoRegularExpressionIsRefused(String pattern) {
        assertThatThrownBy(() -> Regexp.compile(pattern))
                .isInstanceOf(RegexpSyntaxException.class)
                .hasMessageStartingWith("not a regular expression: ")
                .hasMessageEndingWith("/" + pattern + "/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "o; foo boo; 0; f00 b00",
                "x; abc; y; abc",
                "\"\"; abc; -; -a-b-c-",
                "l*; hello; -; -h-e--o-",
                "x*; ż; -; -ż-",
                "(\\w+) (\\w+); hello world; \\2 \\1; world hello",
                "(?<x>\\d+); a12b; <\\k<x>>; a<12>b",
                "(\\d); a1; \\k<1>\\0\\&; a111",
                "b; abc; [\\`\\']; a[ac]c",
                "(x)?b; abc; <\\1\\9>; a<>c",
                "b; abc; \\\\1; a\\1c",
                "b; abc; \\n\\; a\\n\\c",
                "b; abc; \\k<x; a\\k<xc",
            })
    void itReplacesAsRubyDoes(String pattern, String text, String replacement, String replaced) {
        assertThat(Regexp.compile(pattern).replaceAll(text, Replacement.of(replacement)))
                .isEqualTo(replaced);
    }

    @Test
    void anUnknownGroupIsNamed() {
        Regexp regexp = Regexp.compile("(?<known>b)");

        assertThatThrownBy(() -> regexp.replaceAll("abc", Replacement.of("\\k<other>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("undefined group name reference: other");
    }
}
