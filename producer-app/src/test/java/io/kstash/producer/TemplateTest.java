package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final EventFields FIELDS = new EventFields("run1", 1, 7, 1732345678_000123L, 42);

    @Test
    void theEventOfTheFlowHasExactlyFourFields() {
        assertThat(rendered(Template.EVENT))
                .isEqualTo("{\"producer_id\":1,\"id\":7,\"timestamp\":1732345678.000123,\"value\":42}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{run}/{producer_id}/{id}        | run1/1/7",
                "{\"a\":{\"b\":{id}}}            | {\"a\":{\"b\":7}}",
                "{\"day\":\"Grüße {value}\"}     | {\"day\":\"Grüße 42\"}",
                "{} {1} {\"id\"} { id }          | {} {1} {\"id\"} { id }",
                "no placeholder                  | no placeholder"
            })
    void fillsPlaceholdersAndKeepsAllElse(String template, String expected) {
        assertThat(rendered(Template.parse(template))).isEqualTo(expected);
    }

    @Test
    void refusesAnUnknownPlaceholder() {
        assertThatThrownBy(() -> Template.parse("{\"n\":{number}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown placeholder {number}; known: {run}, {producer_id}, {id}, {timestamp}, {value}");
    }

    private static String rendered(Template template) {
        return new String(template.next(FIELDS), StandardCharsets.UTF_8);
    }
}
