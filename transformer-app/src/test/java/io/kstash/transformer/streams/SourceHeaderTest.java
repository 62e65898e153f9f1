package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.ledger.Source;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SourceHeaderTest {
    @Test
    void saysWhatSourcePrints() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SourceHeader header = new SourceHeader();

        for (int i = 0; i < 10_000; i++) {
            Origin origin = new Origin(
                    "topic" + random.nextInt(2),
                    random.nextInt(3),
                    random.nextLong(Long.MAX_VALUE) >> random.nextInt(Long.SIZE));
            int index = random.nextInt() >>> (1 + random.nextInt(31));
            RecordHeaders headers = new RecordHeaders();
            headers.add(Source.HEADER, new byte[0]);

            header.set(headers, origin, index);

            assertThat(headers.toArray()).as("seed %d", seed).hasSize(1);
            assertThat(new String(headers.lastHeader(Source.HEADER).value(), StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(origin.source(index).toString());
        }
    }
}
