package io.kstash.transformer.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetRangesTest {
    @Test
    void rangesThatTouchOrOverlapAreOne() {
        OffsetRanges ranges = new OffsetRanges();

        ranges.add(0, 3);
        ranges.add(10, 12);
        ranges.add(3, 5);
        ranges.add(11, 20);
        ranges.add(30, 30);

        assertThat(ranges.asList()).containsExactly(List.of(0L, 5L), List.of(10L, 20L));
    }

    @Test
    void theyHoldWhatWasAdded() {
        Random random = new Random(7);
        OffsetRanges ranges = new OffsetRanges();
        BitSet expected = new BitSet();

        for (int i = 0; i < 200; i++) {
            int first = random.nextInt(1_000);
            int end = first + random.nextInt(10);
            ranges.add(first, end);
            expected.set(first, end);
        }

        for (int offset = 0; offset < 1_010; offset++) {
            assertThat(ranges.contains(offset)).as("offset %d", offset).isEqualTo(expected.get(offset));
        }
        assertThat(OffsetRanges.of(ranges.asList()).asList()).isEqualTo(ranges.asList());
    }
}
