package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
    @ParameterizedTest
    @CsvSource({
        "1732345678.123, 1.732345678123E9",
        "0.002, 0.002",
        "2.0E23, 2.0E23",
        "5.6843418860808015E-14, 5.684341886080802E-14",
        "-0.0, -0.0",
        "100, 100.0",
        "1e7, 1.0E7",
        "NaN, NaN"
    })
    void printsTheShortestDecimal(double number, String text) {
        assertThat(FloatText.of(number)).isEqualTo(text);
    }

    @Test
    void printsShortNumbersAsAllOthers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] text = new byte[FloatText.MOST_CHARACTERS];
        int printed = 0;

        for (int i = 0; i < 200_000; i++) {
            double number = number(random);
            int end = FloatText.putShort(number, text, 0);
            if (end > 0) {
                printed++;
                assertThat(new String(text, 0, end, StandardCharsets.US_ASCII))
                        .as("seed %d", seed)
                        .isEqualTo(FloatText.of(number));
            }
        }

        assertThat(printed).isGreaterThan(50_000);
    }

    private static double number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> (random.nextLong() >> random.nextInt(10, Long.SIZE)) / 1000.0;
            case 1 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(20) - 4);
        };
    }

    @Test
    void printsNoMoreDigitsThanJavaAndTheSameNumber() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 100_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            String text = FloatText.of(number);

            assertThat((Object) Double.parseDouble(text)).as("seed %d", seed).isEqualTo(number);
            assertThat(text.length())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Double.toString(number).length());
        }
    }
}
