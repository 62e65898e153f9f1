package io.kstash.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
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
                "\\u017c; zażółć; true",
                "[\\u{17a 17c}]; zażółć; true",
                "^\\u002e$; a; false",
                "^\\u{2e}$; .; true",
                "^\\\\u002e; \\u002e; true",
            })
    void itFindsWhatRubyFinds(String pattern, String text, boolean found) {
        assertThat(Regexp.compile(pattern).find(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[a",
                "*",
                "\\u12",
                "\\u{110000}",
                "\\u{}",
                "\\ud800",
                "(?(1)a)(?<n>b)",
                "(?<$)>a)",
                "\\p{nope}"
            })
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

    @Test
    void aMatchTellsItsPartsByNumberAndByName() {
        Match match = searched("(?<key>\\w+)=(?<value>ż+)(?<rest>,)?", "size=żż;");

        assertThat(match.text()).isEqualTo("size=żż");
        assertThat(match.group(0)).isEqualTo("size=żż");
        assertThat(match.group(1)).isEqualTo("size");
        assertThat(match.group("value")).isEqualTo("żż");
        assertThat(match.group("rest")).isNull();
        assertThat(match.group(7)).isNull();
    }

    @Test
    void aSearchGoesOnFromAPosition() {
        Subject subject = Subject.of("aż1 aż2");
        Regexp regexp = Regexp.compile("ż\\d");

        Match first = Objects.requireNonNull(regexp.search(subject, 0));
        Match second = Objects.requireNonNull(regexp.search(subject, first.end()));

        assertThat(subject.text(0, first.begin())).isEqualTo("a");
        assertThat(subject.text(first.end(), second.begin())).isEqualTo(" a");
        assertThat(subject.text(second.begin(), subject.length())).isEqualTo("ż2");
        assertThat(regexp.search(subject, second.end())).isNull();
        assertThat(regexp.search(subject, subject.length() + 1)).isNull();
        assertThat(subject.next(first.begin())).isEqualTo(first.begin() + 2);
    }

    @Test
    void severalGroupsMayHaveOneName() {
        Regexp regexp = Regexp.compile("(?<b>x)|(?<a>y)(?<b>z)?");

        assertThat(regexp.groupNames()).containsExactly("b", "a");
        assertThat(regexp.groupNumbers("b")).containsExactly(1, 3);
        assertThat(regexp.groupNumbers("c")).isEmpty();
        assertThat(searched("(?<b>x)|(?<a>y)(?<b>z)?", "yz").group("b")).isEqualTo("z");
        assertThat(searched("(?<b>x)|(?<a>y)(?<b>z)?", "x").group("b")).isEqualTo("x");
        assertThat(Regexp.compile("(x)").groupNames()).isEmpty();
    }

    @Test
    void aDotTakesALinesEndOnlyWithTheOptionForIt() {
        Subject subject = Subject.of("a\nb");

        assertThat(Regexp.compile("a.b").find(subject)).isFalse();
        assertThat(Regexp.compileMultiline("a.b").find(subject)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"needle$; 3000", "^needle; 3000", "(?<=ż)needle\\z; 3000", "\\bneedle; 1023", ".*needle; 5000"})
    void aLongTextIsSearchedToItsEnd(String pattern, int length) {
        String text =
                "ż".repeat(length) + (pattern.startsWith("^") || pattern.startsWith("\\b") ? "\n" : "") + "needle";

        assertThat(Regexp.compile(pattern).find(text)).isTrue();
    }

    @Test
    void aPatternThatIsNestedTooDeepIsRefused() {
        String pattern = "(".repeat(100_000) + ")".repeat(100_000);

        assertThatThrownBy(() -> Regexp.compile(pattern))
                .isInstanceOf(RegexpSyntaxException.class)
                .hasMessageStartingWith("not a regular expression: nested too deep");
    }

    private static Match searched(String pattern, String text) {
        return Objects.requireNonNull(Regexp.compile(pattern).search(Subject.of(text), 0));
    }
}
