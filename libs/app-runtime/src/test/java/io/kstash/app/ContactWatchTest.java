package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContactWatchTest {
    @Test
    void saysOnceThatKafkaIsAwayAndOnceThatItIsBack() {
        // given
        List<String> messages = new ArrayList<>();
        AtomicInteger silence = new AtomicInteger();
        ContactWatch watch = new ContactWatch(messages::add, silence::get);

        // when
        for (int seconds : new int[] {-1, 0, 3, 9, 12, 1, 2}) {
            silence.set(seconds);
            watch.check();
        }

        // then
        assertThat(messages).containsExactly("Kafka does not answer any more, still trying", "Kafka answers again");
    }
}
