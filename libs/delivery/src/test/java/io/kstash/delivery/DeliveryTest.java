package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.LoopbackPorts;
import io.kstash.app.UsageException;
import io.kstash.delivery.file.FileDestination;
import io.kstash.delivery.stdout.StdoutDestination;
import io.kstash.localkafka.LocalKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path data;

    private static LocalKafka kafka;

    private final AtomicInteger failures = new AtomicInteger();
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private DeliveriesTopic topic;
    private String name;

    @BeforeAll
    static void startKafka() {
        kafka = LocalKafka.builder().data(data).quickRestarts().start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void ownTopic(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        topic = new DeliveriesTopic(kafka.bootstrapServers(), name);
    }

    @AfterEach
    void leaveTopic() {
        topic.close();
    }

    @Test
    void writesWhatWasCommittedInOrderAndLeavesNoLag() throws Exception {
        // given
        topic.create(2);
        topic.commit(0, "file", "a0", "a1");
        topic.begin();
        topic.send(0, "file", "aborted");
        topic.abort();
        topic.commit(1, "file", "b0", "b1");

        // when
        try (Delivery delivery = start(Map.of("file", file("out.log")))) {
            topic.commit(0, "file", "a2");
            topic.begin();
            topic.send(1, "file", "aborted");
            topic.abort();

            // then
            assertThat(delivery.drain(SOON)).isTrue();
            assertThat(linesOf("out.log", "a")).containsExactly("a0", "a1", "a2");
            assertThat(linesOf("out.log", "b")).containsExactly("b0", "b1");
            assertThat(delivery.recordsWritten()).isEqualTo(5);
            await().atMost(SOON).until(() -> delivery.lag() == 0);
        }
        assertThat(topic.committed(name)).isEqualTo(Map.of(0, 7L, 1, 5L));
        assertThat(failures).hasValue(0);
    }

    @Test
    void aSingleRecordIsOnDiskAtOnce() throws Exception {
        topic.create(4);
        try (Delivery delivery = start(Map.of("file", file("out.log")))) {
            topic.commit(0, "file", "first");
            assertThat(delivery.drain(SOON)).isTrue();

            for (int i = 0; i < 10; i++) {
                topic.commit(i % 4, "file", "line " + i);
                int expected = i + 2;
                await().pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofSeconds(1))
                        .until(() -> lines("out.log").size() == expected);
            }
        }
    }

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
    void skipsAndCountsRecordsOfUnknownOutputs() throws Exception {
        topic.create(1);
        topic.begin();
        topic.send(0, "file", "a");
        topic.send(0, "gone", "x");
        topic.send(0, "gone", "y");
        topic.send(0, "file", "b");
        topic.commit();

        try (Delivery delivery = start(Map.of("file", file("out.log")))) {
            delivery.drain(SOON);

            assertThat(lines("out.log")).containsExactly("a", "b");
            assertThat(delivery.recordsSkipped()).isEqualTo(2);
            assertThat(delivery.recordsWritten()).isEqualTo(2);
        }
        assertThat(topic.committed(name)).isEqualTo(Map.of(0, 5L));
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
        KafkaClientSettings oneByOne =
                new KafkaClientSettings(kafka.bootstrapServers(), Map.of("max.poll.records", "1"));
        FailsAtSecondWrite destination = new FailsAtSecondWrite();
        try (Delivery delivery = Delivery.start(
                oneByOne, name, name, Map.of("stdout", stdout(), "new", destination), failures::incrementAndGet)) {
            await().atMost(SOON).until(() -> failures.get() == 1);
        }

        // then
        assertThat(destination.firstNextOffset).isLessThan(40);
        assertThat(topic.committed(name)).isEqualTo(Map.of(0, 40L));
    }

    @Test
    void outputsMayShareADestination() throws Exception {
        topic.create(1);
        topic.begin();
        for (int i = 0; i < 6; i++) {
            topic.send(0, i % 2 == 0 ? "one" : "two", "line " + i);
        }
        topic.commit();
        Destination shared = file("out.log");

        try (Delivery delivery = start(Map.of("one", shared, "two", shared))) {
            delivery.drain(SOON);
        }

        assertThat(lines("out.log")).containsExactly("line 0", "line 1", "line 2", "line 3", "line 4", "line 5");
    }

    @Test
    void recordsNameTheirFiles() throws Exception {
        topic.create(1);
        topic.begin();
        topic.send(0, "file", Optional.of("x/1.log"), "a");
        topic.send(0, "file", Optional.of("y/2.log"), "b");
        topic.send(0, "file", Optional.of("../z.log"), "c");
        topic.commit();

        try (Delivery delivery = start(Map.of("file", FileDestination.below(folder.resolve("root"), "file")))) {
            delivery.drain(SOON);
        }

        assertThat(lines("root/x/1.log")).containsExactly("a");
        assertThat(lines("root/y/2.log")).containsExactly("b");
        assertThat(lines("root/_filepath_failures")).containsExactly("c");
    }

    @Test
    void instancesOfAGroupShareAFileWhilePartitionsMove() throws Exception {
        // given
        topic.create(4);
        Delivery stays = start(Map.of("file", file("out.log")));
        int line = 0;

        // when
        for (int round = 0; round < 2; round++) {
            try (Delivery comesAndGoes = start(Map.of("file", file("out.log")))) {
                line = commitRounds(line, 10);
                await().atMost(SOON).until(() -> !comesAndGoes.partitions().isEmpty());
                line = commitRounds(line, 10);
                await().atMost(SOON).until(() -> comesAndGoes.recordsWritten() > 0);
            }
        }
        int expected = line;

        // then
        await().atMost(SOON).until(() -> lines("out.log").size() >= 4 * expected);
        stays.close();
        for (int partition = 0; partition < 4; partition++) {
            String prefix = partition + "-";
            assertThat(linesOf("out.log", prefix))
                    .containsExactlyElementsOf(IntStream.range(0, expected)
                            .mapToObj(number -> prefix + number)
                            .toList());
        }
    }

    /** Lines for all partitions, each round a transaction. */
    private int commitRounds(int from, int rounds) {
        for (int line = from; line < from + rounds; line++) {
            topic.begin();
            for (int partition = 0; partition < 4; partition++) {
                topic.send(partition, "file", partition + "-" + line);
            }
            topic.commit();
        }
        return from + rounds;
    }

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

    private Delivery start(Map<String, Destination> destinations) {
        return Delivery.start(settings(), name, name, destinations, failures::incrementAndGet);
    }

    private static KafkaClientSettings settings() {
        // What a topic is like is asked for more often, so that a deleted one is noticed soon.
        return new KafkaClientSettings(kafka.bootstrapServers(), Map.of("metadata.max.age.ms", "1000"));
    }

    private Destination file(String file) {
        return FileDestination.single(folder.resolve(file), file.substring(0, file.indexOf('.')));
    }

    private Destination stdout() {
        return new StdoutDestination(new PrintStream(stdout, false, StandardCharsets.UTF_8));
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private List<String> linesOf(String file, String prefix) throws IOException {
        return lines(file).stream().filter(line -> line.startsWith(prefix)).toList();
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
