package io.kstash.filters.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void readsPlainNumbersExactly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 50_000; i++) {
            String whole =
                    "0".repeat(random.nextInt(3)) + (random.nextLong(Long.MAX_VALUE) >> random.nextInt(Long.SIZE));
            String decimal = whole + "." + random.nextInt(100_000);

            assertThat(NumberText.ENGLISH.toInteger(whole))
                    .as("seed %d", seed)
                    .isEqualTo(new BigDecimal(whole).longValueExact());
            assertThat(NumberText.ENGLISH.toInteger(decimal))
                    .as("seed %d", seed)
                    .isEqualTo(new BigDecimal(whole).longValueExact());
            assertThat(NumberText.ENGLISH.toFloat(decimal))
                    .as("seed %d", seed)
                    .isEqualTo(new BigDecimal(decimal).doubleValue());
        }
    }
}
