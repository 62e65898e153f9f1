package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortNumberTest {
    private static final String CHARACTERS = "0123456789..-+eE_, ٣";

    @Test
    void findsTheNumbersThatPatternsFind() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 200_000; i++) {
            String text = text(random);

            assertThat(ShortNumber.isInteger(text))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(text.matches("[0-9]{1,18}"));
            assertThat(ShortNumber.isDecimal(text))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(text.length() <= 18 && text.matches("[0-9]+[.][0-9]+"));
        }
    }

    private static String text(Random random) {
        int kinds = random.nextBoolean() ? 11 : CHARACTERS.length();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(22); i > 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(kinds)));
        }
        return text.toString();
    }
}
