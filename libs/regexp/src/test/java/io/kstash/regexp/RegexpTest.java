package io.kstash.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
