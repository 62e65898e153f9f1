package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JRuby 10 prints. */
class RubyCaseTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', '', ''",
        "aB c, AB C, ab c, Ab c",
        "éÄ, ÉÄ, éä, Éä",
        "ΑΣ, ΑΣ, ασ, Ασ",
        "ß, SS, ß, Ss",
        "ﬁx, FIX, ﬁx, Fix",
        "ǆx, ǄX, ǆx, ǅx",
        "ǅ, Ǆ, ǆ, ǅ",
        "ᾳ, ΑΙ, ᾳ, ᾼ",
        "ა, Ა, ა, ა",
        "İI, İI, i\u0307i, İi",
        "𐐨𐐨, 𐐀𐐀, 𐐨𐐨, 𐐀𐐨"
    })
    void casesAreThoseOfUnicode(String text, String upper, String lower, String capitalized) {
        assertThat(RubyCase.upper(text)).isEqualTo(upper);
        assertThat(RubyCase.lower(text)).isEqualTo(lower);
        assertThat(RubyCase.capitalize(text)).isEqualTo(capitalized);
    }
}
