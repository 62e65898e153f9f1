package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a delivery goes on. */
@Timeout(60)
class DeliveryPositionTest extends DeliveryScenario {
    @Test
    void goesOnAfterAStopWithoutRegardToTheGroupsOffsets() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "file", "a");
        try (Delivery delivery = start(Map.of("file", file("out.log")))) {
            delivery.drain(SOON);
        }
        topic.commit(0, "file", "b");
        topic.commit(0, "other", "committed as skipped");
        try (Delivery delivery = start(Map.of("other", file("other.log")))) {
            delivery.drain(SOON);
        }

        // when
        try (Delivery delivery = start(Map.of("file", file("out.log"), "other", file("other.log")))) {
            delivery.drain(SOON);
        }

        // then
        assertThat(lines("out.log")).containsExactly("a", "b");
        assertThat(lines("other.log")).containsExactly("committed as skipped");
    }

    @Test
    void stdoutGoesOnAtTheCommittedOffset() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "stdout", "a", "b");
        try (Delivery delivery = start(Map.of("stdout", stdout()))) {
            delivery.drain(SOON);
        }

        // when
        topic.commit(0, "stdout", "c");
        try (Delivery delivery = start(Map.of("stdout", stdout()))) {
            delivery.drain(SOON);
        }

        // then
        assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb\nc\n");
    }

    @Test
    void aNewFileGetsTheOlderRecordsAndStdoutDoesNot() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "stdout", "a", "b");
        topic.commit(0, "file", "c");
        try (Delivery delivery = start(Map.of("stdout", stdout()))) {
            delivery.drain(SOON);
        }

        // when
        try (Delivery delivery = start(Map.of("stdout", stdout(), "file", file("out.log")))) {
            delivery.drain(SOON);
            topic.commit(0, "stdout", "d");
            delivery.drain(SOON);
        }

        // then
        assertThat(lines("out.log")).containsExactly("c");
        assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb\nd\n");
        assertThat(topic.committed(name)).isEqualTo(Map.of(0, 7L));
    }

    @Test
    void theGroupsOffsetsDoNotGoBackWhileANewDestinationGetsTheOlderRecords() throws Exception {
        // given
        topic.create(1);
        String line = "x".repeat(900_000);
        for (int i = 0; i < 20; i++) {
            topic.commit(0, "new", line);
        }
        try (Delivery delivery = start(Map.of("stdout", stdout()))) {
            delivery.drain(SOON);
        }

        // when the new destination gets only a part of them
        KafkaClientSettings oneByOne = new KafkaClientSettings(bootstrapServers(), Map.of("max.poll.records", "1"));
        FailsAtSecondWrite destination = new FailsAtSecondWrite();
        try (Delivery delivery = Delivery.start(
                oneByOne, name, name, Map.of("stdout", stdout(), "new", destination), failures::incrementAndGet)) {
            await().atMost(SOON).until(() -> failures.get() == 1);
        }

        // then
        assertThat(destination.firstNextOffset).isLessThan(40);
        assertThat(topic.committed(name)).isEqualTo(Map.of(0, 40L));
    }

    /** It wants the oldest record. */
    private static final class FailsAtSecondWrite implements Destination {
        private volatile long firstNextOffset = -1;

        @Override
        public void open(DeliverySource source) {}

        @Override
        public OptionalLong nextOffset(int partition, OptionalLong committed) {
            return OptionalLong.empty();
        }

        @Override
        public long write(List<PartitionBatch> batches) {
            if (firstNextOffset >= 0) {
                throw new FailedException("second write");
            }
            firstNextOffset = batches.get(0).nextOffset();
            return batches.get(0).records().size();
        }

        @Override
        public String howToStartAnew() {
            return "";
        }

        @Override
        public void close() {}
    }
}
