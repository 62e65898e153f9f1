package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {
    private static final String CHARACTERS = "aé€\ud83d\ude00\ufffd";

    @Test
    void readsWhatAStrictDecoderReadsAndQuotesAllElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = bytes(random);

            String text = Utf8Text.of(bytes);

            try {
                assertThat(text)
                        .as("seed %d", seed)
                        .isEqualTo(StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString());
            } catch (CharacterCodingException notUtf8) {
                assertThat(text).as("seed %d", seed).contains("\\x");
            }
        }
    }

    private static byte[] bytes(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.appendCodePoint(CHARACTERS.codePointAt(random.nextInt(CHARACTERS.length())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
