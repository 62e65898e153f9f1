package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.LoopbackPorts;
import io.kstash.app.UsageException;
import io.kstash.delivery.stdout.StdoutDestination;
import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Destinations and topics that let a delivery down. */
@Timeout(60)
class DeliveryTroubleTest extends DeliveryScenario {
    @Test
    void aFailedDestinationEndsTheDeliveryAndCommitsNothing() throws Exception {
        topic.create(1);
        BrokenStream broken = new BrokenStream();
        PrintStream target = new PrintStream(broken, false, StandardCharsets.UTF_8);
        try (Delivery delivery = start(Map.of("stdout", new StdoutDestination(target)))) {
            topic.commit(0, "stdout", "a");

            await().atMost(SOON).until(() -> failures.get() == 1);
            assertThat(delivery.failure().orElseThrow())
                    .isInstanceOf(FailedException.class)
                    .hasMessage("Standard output cannot be written: nobody reads it any more, or its disk is full."
                            + " What was not written is not committed and comes again at the next start");
            assertThat(delivery.drain(SOON)).isFalse();
        }
        assertThat(topic.committed(name)).isEmpty();
        assertThat(broken.attempts).as("never again after a failure").isEqualTo(1);
    }

    @Test
    void aRefusalIsThrownAtTheStart() {
        topic.create(1);
        start(Map.of("file", file("out.log"))).close();

        assertThatThrownBy(() -> Delivery.start(
                        settings(), name, "another-group", Map.of("file", file("out.log")), failures::incrementAndGet))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("belongs to output out of group " + name);
    }

    @Test
    void deletedRecordsThatWereNotDeliveredAreNamed() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "file", "a", "b");
        try (Delivery delivery = start(Map.of("file", file("out.log")))) {
            delivery.drain(SOON);
        }
        topic.commit(0, "file", "c", "d", "e");
        topic.deleteBelow(0, 5);

        // when
        try (Delivery delivery = start(Map.of("file", file("out.log")))) {
            await().atMost(SOON).until(() -> failures.get() == 1);

            // then
            Path out = folder.resolve("out.log");
            assertThat(delivery.failure().orElseThrow())
                    .isInstanceOf(FailedException.class)
                    .hasMessage("Topic " + name + " lacks records that are to be delivered: partition 0 offsets 3 to 4"
                            + " were deleted before they were delivered (see the topic's retention). To go on with what"
                            + " is there, stop all processes of the group, move " + out + " away and delete " + out
                            + ".kstash-journal");
        }
    }

    @Test
    void aTopicThatIsCreatedAgainStopsTheDeliveryAndTheNextGoesOnWithIt() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "file", "a", "b");
        Delivery delivery = start(Map.of("file", file("out.log")));
        delivery.drain(SOON);

        // when
        topic.deleteTopic();
        topic.createTopic(1);

        // then
        await().atMost(Duration.ofSeconds(20)).until(() -> failures.get() == 1);
        assertThat(delivery.failure().orElseThrow()).isInstanceOf(FailedException.class);
        delivery.close();
        topic.commit(0, "file", "c");
        try (Delivery next = start(Map.of("file", file("out.log")))) {
            next.drain(SOON);
        }
        assertThat(folder.resolve("out.log")).hasContent("a\nb\nc");
    }

    @Test
    void stopsSoonThoughAnotherProcessHoldsTheFile() throws Exception {
        // given
        topic.create(1);
        Delivery delivery = start(Map.of("file", file("out.log")));
        topic.commit(0, "file", "a");
        assertThat(delivery.drain(SOON)).isTrue();
        Process holder = HoldLock.launch(folder.resolve("out.log.kstash-lock"));

        // when
        try {
            topic.commit(0, "file", "b");
            assertThat(delivery.drain(Duration.ofMillis(500))).isFalse();
            assertTimeoutPreemptively(Duration.ofSeconds(5), delivery::close);
        } finally {
            holder.destroyForcibly().waitFor();
        }

        // then
        await().atMost(SOON).until(() -> lines("out.log").equals(List.of("a", "b")));
    }

    @Test
    void waitsForKafkaWhenItGoesAway(@TempDir Path otherData) throws Exception {
        int port = LoopbackPorts.free(1).get(0);
        LocalKafka.Builder builder =
                LocalKafka.builder().data(otherData).port(port).quickRestarts();
        LocalKafka other = builder.start();
        try (DeliveriesTopic away = new DeliveriesTopic(other.bootstrapServers(), name).create(1)) {
            // given
            away.commit(0, "file", "a");
            try (Delivery delivery = Delivery.start(
                    KafkaClientSettings.of(other.bootstrapServers()),
                    name,
                    name,
                    Map.of("file", file("out.log")),
                    failures::incrementAndGet)) {
                delivery.drain(SOON);

                // when
                other.close();
                other = builder.start();
                away.commit(0, "file", "b");

                // then
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> lines("out.log").equals(List.of("a", "b")));
                assertThat(delivery.failure()).isEmpty();
            }
        } finally {
            other.close();
        }
    }

    @Test
    void waitsForRoomAndGoesOn() throws Exception {
        // given
        topic.create(2);
        FullNowAndThen destination = new FullNowAndThen(file("out.log"));
        try (Delivery delivery = start(Map.of("file", destination))) {
            topic.commit(0, "file", "a");
            assertThat(delivery.drain(SOON)).isTrue();

            // when
            destination.full = true;
            topic.commit(0, "file", "b");
            topic.commit(1, "file", "c");
            await().atMost(SOON).until(() -> delivery.waitingFor().isPresent());

            // then
            assertThat(delivery.waitingFor()).contains("no room");
            assertThat(delivery.failure()).isEmpty();
            assertThat(lines("out.log")).containsExactly("a");
            destination.full = false;
            topic.commit(0, "file", "d");
            await().atMost(SOON).until(() -> lines("out.log").size() == 4);
            assertThat(linesOf("out.log", "")).contains("c").containsSubsequence("a", "b", "d");
            assertThat(delivery.waitingFor()).isEmpty();
        }
        assertThat(topic.committed(name)).isEqualTo(Map.of(0, 6L, 1, 2L));
    }

    @Test
    void stopsSoonWhileItWaitsForRoom() throws Exception {
        // given
        topic.create(1);
        FullNowAndThen destination = new FullNowAndThen(file("out.log"));
        destination.full = true;
        topic.commit(0, "file", "a");
        Delivery delivery = start(Map.of("file", destination));
        await().atMost(SOON).until(() -> delivery.waitingFor().isPresent());

        topic.commit(0, "file", "b");

        // when
        long start = System.nanoTime();
        boolean drained = delivery.drain(SOON);
        delivery.close();

        // then
        assertThat(drained).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(topic.committed(name)).isEmpty();
        try (Delivery next = start(Map.of("file", file("out.log")))) {
            next.drain(SOON);
        }
        assertThat(lines("out.log")).containsExactly("a", "b");
    }

    private static final class BrokenStream extends OutputStream {
        private volatile int attempts;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
        public void write(int value) throws IOException {
            attempts++;
            throw new IOException("No space left on device");
        }
    }
}
