package io.kstash.language.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> PLUGINS = List.of("mutate", "grok", "date", "drop", "json", "kv", "csv");

    @ParameterizedTest
    @CsvSource({
        "mutat, mutate",
        "mutaet, mutate",
        "Mutate, mutate",
        "gork, grok",
        "dat, date",
        "jsno, json",
        "kvv, kv",
        "csb, csv"
    })
    void findsTheNearestName(String written, String meant) {
        assertThat(Suggestions.nearest(written, PLUGINS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"ruby", "aggregate", "x", "''"})
    void proposesNothingFarFetched(String written) {
        assertThat(Suggestions.nearest(written, PLUGINS)).isEmpty();
    }

    @Test
    void asksWhetherTheNameWasMeant() {
        assertThat(Suggestions.didYouMean("gork", PLUGINS)).contains("did you mean 'grok'?");
        assertThat(Suggestions.didYouMean("ruby", PLUGINS)).isEmpty();
    }

    @Test
    void takesTheFirstInTheAlphabetOfEquallyNearNames() {
        assertThat(Suggestions.nearest("bat", List.of("cat", "bar"))).contains("bar");
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, abd, 1", "abc, acb, 1", "abc, ab, 1", "'', abc, 3", "kitten, sitting, 3"})
    void countsTypingMistakes(String a, String b, int distance) {
        assertThat(Suggestions.editDistance(a, b)).isEqualTo(distance);
    }

    @Test
    void aVeryLongNameIsNearToNothing() {
        assertThat(Suggestions.nearest("x".repeat(200_000), List.of("x".repeat(199_999))))
                .isEmpty();
    }
}
