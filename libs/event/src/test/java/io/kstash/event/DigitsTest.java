package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void printsNumbersAsJavaDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] text = new byte[Digits.MOST_CHARACTERS + 1];

        LongStream.concat(
                        LongStream.of(0, 9, 10, -1, -10, Long.MAX_VALUE, Long.MIN_VALUE),
                        LongStream.generate(() -> random.nextLong() >> random.nextInt(Long.SIZE))
                                .limit(100_000))
                .forEach(number -> {
                    int end = Digits.put(number, text, 1);

                    assertThat(new String(text, 1, end - 1, StandardCharsets.US_ASCII))
                            .as("seed %d", seed)
                            .isEqualTo(Long.toString(number));
                });
    }
}
