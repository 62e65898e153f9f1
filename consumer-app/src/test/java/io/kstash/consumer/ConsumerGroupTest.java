package io.kstash.consumer;

import static io.kstash.consumer.TestTopic.utf8;
import static io.kstash.consumer.TestTopic.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a member of a group starts to read, and how far the group is then. */
@Timeout(30)
class ConsumerGroupTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final TestTopic topic = new TestTopic();

    @RegisterExtension
    final ConsumerRun consumer = new ConsumerRun(topic);

    @Test
    void printsFromTheBeginningInOffsetOrderAndLeavesNoLag() throws Exception {
        // given
        topic.createWithValues(1, 20);

        // when
        consumer.start();

        // then
        await().atMost(SOON).until(() -> consumer.lines().size() == 20);
        assertThat(consumer.lines()).containsExactlyElementsOf(values(0, 20));
        await().atMost(Duration.ofSeconds(2)).until(() -> topic.committed(0) == 20);
        consumer.stop();
    }

    @Test
    void maxEndsAndCommitsExactlyThereAndTheGroupGoesOn() throws Exception {
        // given
        topic.createWithValues(1, 10);

        // when
        int exitCode = consumer.run("--max", "3");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(consumer.lines()).containsExactlyElementsOf(values(0, 3));
        assertThat(topic.committed(0)).isEqualTo(3);
        consumer.run("--max", "4");
        assertThat(consumer.lines()).containsExactlyElementsOf(values(0, 7));
        assertThat(topic.committed(0)).isEqualTo(7);
    }

    @Test
    void maxCountsOverAllPartitionsAndEachKeepsItsOrder() throws Exception {
        // given
        topic.createWithValues(3, 30);

        // when
        consumer.run("--max", "17", "--format", "json");

        // then
        assertThat(topic.committed(0) + topic.committed(1) + topic.committed(2)).isEqualTo(17);
        for (int partition = 0; partition < 3; partition++) {
            int of = partition;
            assertThat(json().stream().filter(line -> line.get("partition").intValue() == of))
                    .extracting(line -> line.get("offset").longValue())
                    .containsExactlyElementsOf(IntStream.range(0, (int) topic.committed(partition))
                            .mapToObj(n -> (long) n)
                            .toList());
        }
    }

    /** The group is at 7, and record n has the timestamp of 12:00 and n minutes. */
    @ParameterizedTest
    @CsvSource({
        "beginning,             0",
        "4,                     4",
        "0,                     0",
        "2024-11-23T12:05:00Z,  5",
        "2024-11-23T12:05:01Z,  6",
        "2024-11-22,            0"
    })
    void anExplicitStartSeeks(String from, int first) throws Exception {
        // given
        topic.createWithValues(1, 10);
        topic.commit(7);

        // when
        consumer.run("--from", from, "--max", Integer.toString(10 - first));

        // then
        assertThat(consumer.lines()).containsExactlyElementsOf(values(first, 10));
        assertThat(topic.committed(0)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"end", "2024-11-23T13:00:00Z", "99"})
    void aStartBehindTheLastRecordPrintsOnlyNewOnes(String from) throws Exception {
        // given
        topic.createWithValues(1, 10);

        // when
        consumer.start("--from", from, "--max", "2");
        await().atMost(SOON).until(() -> topic.committed(0) == 10);
        topic.sendValues(1, 10, 12);

        // then
        consumer.requireEndWithin(SOON);
        assertThat(consumer.lines()).containsExactlyElementsOf(values(10, 12));
    }

    @Test
    void aRebalanceDoesNotSeekAgain() throws Exception {
        // given
        topic.createWithValues(1, 3);
        consumer.start("--from", "beginning");
        await().atMost(SOON).until(() -> consumer.lines().size() == 3 && topic.committed(0) == 3);

        // when: a second member joins, takes or leaves the partition, and goes
        ConsumerRun second = new ConsumerRun(topic);
        second.start();
        await().atMost(SOON).until(() -> topic.members() == 2);
        second.stop();
        topic.sendValues(1, 3, 4);

        // then
        await().atMost(SOON).until(() -> topic.committed(0) == 4);
        assertThat(consumer.printed() + second.printed()).hasLineCount(4);
    }

    @Test
    void oneForWhomNoPartitionIsLeftSaysSoAndTakesOverWhenAnotherLeaves() throws Exception {
        // given
        topic.createWithValues(1, 1);
        ConsumerRun second = new ConsumerRun(topic);
        consumer.start();
        await().atMost(SOON).until(() -> topic.committed(0) == 1);

        // when: either has the partition then
        second.start();

        // then
        await().atMost(SOON).until(() -> !(consumer.messages() + second.messages()).isEmpty());
        ConsumerRun idle = consumer.messages().isEmpty() ? second : consumer;
        (idle == second ? consumer : second).stop();
        topic.sendValues(1, 1, 2);
        await().atMost(SOON).until(() -> idle.lines().contains("value 1"));
        idle.stop();
        assertThat(consumer.messages() + second.messages())
                .isEqualTo("Group " + topic.name() + " has no partition of topic " + topic.name()
                        + " left for this consumer: it waits until another one leaves, or there are more partitions\n");
    }

    @Test
    void printsOnlyWhatWasCommittedAndLeavesNoLagBehindATransaction() throws Exception {
        // given
        topic.create(1);
        try (KafkaProducer<byte[], byte[]> transactional = topic.producer(Map.of("transactional.id", topic.name()))) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(topic.record(null, utf8("aborted"))).get();
            transactional.abortTransaction();
            transactional.beginTransaction();
            transactional.send(topic.record(null, utf8("kept"))).get();
            transactional.commitTransaction();
        }

        // when
        consumer.start();

        // then
        await().atMost(SOON).until(() -> topic.committed(0) == topic.end(0));
        assertThat(consumer.lines()).containsExactly("kept");
    }

    private List<JsonNode> json() throws IOException {
        List<JsonNode> json = new ArrayList<>();
        for (String line : consumer.lines()) {
            json.add(new ObjectMapper().readTree(line));
        }
        return json;
    }
}
