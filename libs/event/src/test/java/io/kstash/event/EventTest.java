package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTest {
    private static final Timestamp NOW = Timestamp.ofEpochMilli(1_767_323_045_678L);

    @Test
    void anEventGetsVersionAndTheDefaultTime() {
        Event event = event("{\"a\":1}");

        assertThat(JsonWriter.text(event.fields()))
                .isEqualTo("{\"a\":1,\"@version\":\"1\",\"@timestamp\":\"2026-01-02T03:04:05.678Z\"}");
    }

    @Test
    void aTimestampInTheDataIsRead() {
        Event event = event("{\"@timestamp\":\"2020-05-06T07:08:09+02:00\"}");

        assertThat(event.timestamp()).hasToString("2020-05-06T05:08:09.000Z");
    }

    @Test
    void anUnreadableTimestampIsKeptAndTagged() {
        Event event = event("{\"@timestamp\":1732345678}");

        assertThat(event.timestamp()).isEqualTo(NOW);
        assertThat(event.get(FieldReference.of("_@timestamp"))).isEqualTo(1732345678L);
        assertThat(event.tags()).containsExactly("_timestampparsefailure");
    }

    @Test
    void tagsThatAreNoTextsAreKeptAsideAndTagged() {
        Event event = event("{\"tags\":[\"a\",1]}");

        assertThat(event.tags()).containsExactly("_tagsparsefailure");
        assertThat(event.get(FieldReference.of("_tags"))).isEqualTo(List.of(List.of("a", 1L)));
    }

    @Test
    void metadataIsNoField() {
        Event event = event("{\"@metadata\":{\"k\":\"v\"}}");

        assertThat(event.get(FieldReference.of("[@metadata][k]"))).isEqualTo("v");
        assertThat(event.fields()).doesNotContainKey("@metadata");
    }

    @Test
    void aNumberIndexesAListAlsoFromItsEnd() {
        Event event = event("{\"a\":[\"x\",{\"k\":\"y\"}]}");

        assertThat(event.get(FieldReference.of("[a][0]"))).isEqualTo("x");
        assertThat(event.get(FieldReference.of("[a][-1][k]"))).isEqualTo("y");
        assertThat(event.get(FieldReference.of("[a][-5]"))).isNull();
        assertThat(event.contains(FieldReference.of("[a][2]"))).isFalse();
    }

    @Test
    void settingANestedFieldCreatesTheHashesAboveIt() {
        Event event = event("{}");

        event.set(FieldReference.of("[a][0]"), "v");

        assertThat(event.get(FieldReference.of("a"))).isEqualTo(Map.of("0", "v"));
    }

    @Test
    void aScalarParentIsAnErrorThatNamesTheField() {
        Event event = event("{\"a\":\"scalar\"}");

        assertThatThrownBy(() -> event.set(FieldReference.of("[a][b]"), "v"))
                .isInstanceOf(EventException.class)
                .hasMessageContaining("[a][b]")
                .hasMessageContaining("scalar");
    }

    @Test
    void aParentThatIsNullIsAnErrorToo() {
        Event event = event("{\"a\":null,\"l\":[null]}");

        assertThatThrownBy(() -> event.set(FieldReference.of("[a][b]"), "v")).isInstanceOf(EventException.class);
        assertThatThrownBy(() -> event.set(FieldReference.of("[l][0][b]"), "v")).isInstanceOf(EventException.class);
    }

    @Test
    void aListForgetsWhatIsSetUnderAName() {
        Event event = event("{\"l\":[1]}");

        event.set(FieldReference.of("[l][b]"), "v");
        event.set(FieldReference.of("[l][b][c]"), "v");

        assertThat(event.get(FieldReference.of("l"))).isEqualTo(List.of(1L));
    }

    @Test
    void aListIsNotFilledUpWithoutEnd() {
        Event event = event("{\"l\":[1]}");

        event.set(FieldReference.of("[l][3]"), "v");

        assertThat(JsonWriter.text(event.get(FieldReference.of("l")))).isEqualTo("[1,null,null,\"v\"]");
        assertThatThrownBy(() -> event.set(FieldReference.of("[l][999999999]"), "v"))
                .isInstanceOf(EventException.class)
                .hasMessage(
                        "Cannot set [l][999999999]: the list has only 4 elements, and no more than 1000000 can be skipped");
    }

    @Test
    void theTimeCanOnlyBeATimestamp() {
        Event event = event("{}");

        assertThatThrownBy(() -> event.set(FieldReference.of("@timestamp"), "yesterday"))
                .hasMessageContaining("@timestamp");
    }

    static Stream<Object> valuesOfNoEvent() {
        return Stream.of(5, 1.5f, new BigDecimal("1.5"), List.of("x", 5), Map.of("k", List.of(5)), Set.of("x"));
    }

    @ParameterizedTest
    @MethodSource("valuesOfNoEvent")
    void aValueThatNoEventCanHoldIsRefused(Object value) {
        Event event = event("{}");

        assertThatThrownBy(() -> event.set(FieldReference.of("[a][b]"), value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot set [a][b]: an event holds no java.")
                .hasMessageEndingWith("; whole numbers are Long, others Double");
    }

    @Test
    void removingAListElementMovesTheRest() {
        Event event = event("{\"a\":[\"x\",\"y\",\"z\"]}");

        Object removed = event.remove(FieldReference.of("[a][1]"));

        assertThat(removed).isEqualTo("y");
        assertThat(event.get(FieldReference.of("a"))).isEqualTo(List.of("x", "z"));
    }

    @Test
    void aCopySharesNothingThatCanChange() {
        Event event = event("{\"a\":{\"b\":[1]}}");
        Event copy = event.copy();

        copy.set(FieldReference.of("[a][b][0]"), 2L);

        assertThat(event.get(FieldReference.of("[a][b][0]"))).isEqualTo(1L);
    }

    @SuppressWarnings("unchecked")
    private static Event event(String json) {
        return Event.of((Map<String, Object>) JsonReader.readLast(json), NOW);
    }
}
