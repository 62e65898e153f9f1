package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ContactWatchTest {
    @Test
    void saysOnceThatKafkaIsAwayAndOnceThatItIsBack() {
        // given
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(ContactWatch.class)).addAppender(log);
        AtomicInteger silence = new AtomicInteger();
        ContactWatch watch = new ContactWatch("p-deliveries", silence::get);

        // when
        for (int seconds : new int[] {-1, 0, 3, 9, 12, 1, 2}) {
            silence.set(seconds);
            watch.check();
        }

        // then
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Kafka does not answer any more, the delivery of p-deliveries waits for it",
                        "Kafka answers again, the delivery of p-deliveries goes on");
    }
}
