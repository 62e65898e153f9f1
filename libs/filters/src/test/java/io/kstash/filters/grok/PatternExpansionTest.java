package io.kstash.filters.grok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.plugin.InvalidOptionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternExpansionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "no place ; no place",
                "<%{A}> ; <(?:a)>",
                "%{A}%{B} ; (?:a)(?:b)",
                "%{A:field} ; (?<A:field>a)",
                "%{A:[x][y]:int} ; (?<A:[x][y]:int>a)",
                "%{A what else} ; (?:a)",
                "%{A=} ; (?:a)",
                "%{A ; %{A",
                "%{} ; %{}",
                "é%{A}é ; é(?:a)é",
                "%{C=c} %{C} ; (?:c) (?:c)",
                "%{C:field=c} ; (?<C:field>c)",
                "%{C=c{2}} ; (?:c{2})",
                "%{C=%{A}{2}} ; (?:(?:a){2})",
                "%{C=c{2} ; (?:c)",
                "%{C=c{2{3}} ; (?:c)}",
                "%{C=\\d+} ; (?:\\d+)",
                "%{C=\\d{2}} %{B} ; (?:\\d{2}} %{B)",
                "%{C=a%{A}\\d ; (?:a%)\\d",
                "%{C=c}\\d%{B} ; (?:c)\\d(?:b)",
            })
    void aPlaceBecomesAGroup(String pattern, String expected) {
        assertThat(expansion().expand(pattern)).isEqualTo(expected);
    }

    @Test
    @Timeout(10)
    void bracesThatAreNotClosedDoNotCostASearchOfTheRestEach() {
        String pattern = "%{C:d=%{A}|".repeat(50_000);

        assertThatThrownBy(() -> expansion().expand(pattern))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("has a pattern that uses more than 2000 others");
    }

    private static PatternExpansion expansion() {
        return new PatternExpansion(GrokOptions.MATCH, Map.of("A", "a", "B", "b"), true);
    }
}
