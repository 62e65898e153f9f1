package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Timestamp TIME = Timestamp.ofEpochMilli(1_767_323_045_678L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | plain",
                "<%{a}> | <1>",
                "%{a}%{s} | 1x",
                "%{nope}! | %{nope}!",
                "%{none} | %{none}",
                "%{f} | 1.0E10",
                "%{l} | 1,x,,2,3",
                "%{h} | {\"k\":[1.5]}",
                "%{[h][k][0]} | 1.5",
                "50%{a | 50%{a",
                "%{a}} | 1}",
                "%{} %{+%s} | 1767323045 1767323045",
                "%{+yyyy.MM.dd} | 2026.01.02",
                "%{{HH:mm:ss.SSS}} | 03:04:05.678",
                "%{@timestamp} | 2026-01-02T03:04:05.678Z",
            })
    void placesAreFilledFromTheEvent(String template, String expected) {
        Event event =
                event("{\"a\":1,\"s\":\"x\",\"none\":null,\"f\":1e10,\"l\":[1,\"x\",null,[2,3]],\"h\":{\"k\":[1.5]}}");

        assertThat(Template.of(template).render(event)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"%{+bogus}, bogus", "%{{bogus}}, bogus", "%{[a}, [a"})
    void anInvalidPlaceFailsWhenItIsRendered(String template, String named) {
        Template compiled = Template.of(template);

        assertThatThrownBy(() -> compiled.render(event("{}")))
                .isInstanceOf(EventException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"%{+'}, it is empty", "%{{yampyyHH:mm}}, a number that is padded (p) cannot touch the next one"})
    void aDatePatternThatItsLibraryCannotRefuseIsInvalidToo(String template, String reason) {
        Template compiled = Template.of(template);

        assertThatThrownBy(() -> compiled.render(event("{}")))
                .isInstanceOf(EventException.class)
                .hasMessageStartingWith("Invalid date pattern `")
                .hasMessageEndingWith(reason);
    }

    @Test
    void aDateForWhichThereIsNoRoomFailsThisEvent() {
        Template compiled = Template.of("%{{pH}}");
        Event noon = Event.at(Timestamp.parse("2026-01-02T12:00:00Z").orElseThrow());

        assertThatThrownBy(() -> compiled.render(noon))
                .isInstanceOf(EventException.class)
                .hasMessageStartingWith("Cannot print 2026-01-02T12:00:00.000Z as a date: ");
    }

    @Test
    void aTemplateWithoutPlacesIsConstant() {
        assertThat(Template.of("100% sure").isConstant()).isTrue();
        assertThat(Template.of("%{a}").isConstant()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static Event event(String json) {
        return Event.of((Map<String, Object>) JsonReader.readLast(json), TIME);
    }
}
