package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSetTest {
    private static final long BEYOND_AN_INT = 1L << 32;

    private final EventSet events = new EventSet();

    @Test
    void holdsWhatWasAddedOneByOneAndInRanges() {
        // when
        events.add(7, 2);
        events.add(BEYOND_AN_INT - 2, 4, 0);

        // then
        assertThat(contents(events))
                .containsExactly(
                        BEYOND_AN_INT - 2 + "/0",
                        BEYOND_AN_INT - 1 + "/0",
                        BEYOND_AN_INT + "/0",
                        BEYOND_AN_INT + 1 + "/0",
                        "7/2");
        assertThat(events.size()).isEqualTo(5);
        assertThat(events.contains(BEYOND_AN_INT, 0)).isTrue();
        assertThat(events.contains(7, 0)).isFalse();
        assertThat(events.contains(7, 2)).isTrue();
    }

    @Test
    void isComparedWithAnother() {
        // given
        events.add(0, 10, 0);
        events.add(3, 1);
        EventSet other = new EventSet();
        other.add(5, 10, 0);

        // when, then
        assertThat(contents(EventSet.difference(events, other)))
                .containsExactly("0/0", "1/0", "2/0", "3/0", "4/0", "3/1");
        assertThat(contents(EventSet.intersection(events, other))).containsExactly("5/0", "6/0", "7/0", "8/0", "9/0");
        assertThat(EventSet.common(events, other)).isEqualTo(5);
    }

    @Test
    void aSetThatWasAddedIsNotSharedWithItsOwner() {
        // given
        EventSet other = new EventSet();
        other.add(1, 0);
        events.addAll(other);

        // when
        other.add(2, 0);

        // then
        assertThat(contents(events)).containsExactly("1/0");
    }

    @Test
    void knowsTheRecordsAndThoseFromAnOffsetOn() {
        // given
        events.add(1, 0);
        events.add(5, 0);
        events.add(5, 3);

        // when, then
        assertThat(contents(events.records())).containsExactly("1/0", "5/0");
        assertThat(contents(events.from(2))).containsExactly("5/0", "5/3");
    }

    @Test
    void whatCannotBeIsNotInItAndCannotBeAdded() {
        assertThat(events.contains(Long.MAX_VALUE, Integer.MAX_VALUE)).isFalse();
        assertThat(events.contains(-1, 0)).isFalse();
        assertThatThrownBy(() -> events.add(Long.MAX_VALUE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> contents(EventSet set) {
        List<String> contents = new ArrayList<>();
        set.forEach((offset, index) -> contents.add(offset + "/" + index));
        return contents;
    }
}
