package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.delivery.file.FileDestination;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was committed gets to its destinations. */
@Timeout(60)
class DeliveryTest extends DeliveryScenario {
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
}
