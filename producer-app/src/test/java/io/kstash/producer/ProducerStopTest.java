package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.ExitCode;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that would go on ends when it is asked to. */
@Timeout(30)
class ProducerStopTest {
    @RegisterExtension
    static final ProducedTopic topic = new ProducedTopic();

    private final StartedProducer producer = new StartedProducer(topic);

    @Test
    void aStopEndsAnEndlessRunWithAllThatWasCountedInTheTopic() throws Exception {
        // given
        CompletableFuture<Integer> running =
                CompletableFuture.supplyAsync(() -> producer.run("--count", "0", "--rate", "max"));
        await().atMost(Duration.ofSeconds(10)).until(() -> topic.endOffset() > 1000);

        // when
        producer.requestStop();

        // then
        assertThat(running).succeedsWithin(Duration.ofSeconds(8)).isEqualTo(ExitCode.OK);
        assertThat(producer.printed()).contains("sent " + topic.endOffset() + ", failed 0, ");
    }

    @Test
    void aStopInterruptsAReadThatCanBeInterrupted() throws Exception {
        stopEndsARunThatReads(new PipedInputStream(new PipedOutputStream()));
    }

    @Test
    void aStopDoesNotWaitForAReadThatCannotBeInterrupted() throws Exception {
        Semaphore never = new Semaphore(0);
        stopEndsARunThatReads(new InputStream() {
            @Override
            public int read() {
                never.acquireUninterruptibly();
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        });
    }

    private void stopEndsARunThatReads(InputStream silent) {
        // given
        InputStream standardInput = System.in;
        System.setIn(silent);
        try {
            CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> producer.run("--payload", "-"));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> producer.messages().startsWith("run "));

            // when
            producer.requestStop();

            // then
            assertThat(running).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.OK);
        } finally {
            System.setIn(standardInput);
        }
    }
}
