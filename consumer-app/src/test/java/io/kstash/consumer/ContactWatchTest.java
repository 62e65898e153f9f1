package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContactWatchTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysOnceThatKafkaIsAwayAndOnceThatItIsBack() {
        // given
        AtomicInteger silence = new AtomicInteger();
        ContactWatch watch = new ContactWatch(new PrintStream(err, true, StandardCharsets.UTF_8), silence::get);

        // when
        for (int seconds : new int[] {-1, 0, 3, 9, 12, 1, 2}) {
            silence.set(seconds);
            watch.check();
        }

        // then
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("Kafka does not answer any more, still trying\nKafka answers again\n");
    }
}
