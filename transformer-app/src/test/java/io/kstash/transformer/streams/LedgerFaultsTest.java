package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** That the ledger holds what was committed, and nothing else, whatever happens. */
class LedgerFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PARTITIONS = 3;

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    @Test
    void transactionsThatAreGivenUpLeaveNoTrace() throws Exception {
        // given
        kafka.createTopic("fenced-in", PARTITIONS);
        int sent = 0;
        try (RunningPipeline running = start("fenced", folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            for (int round = 0; round < 4; round++) {
                int before = sent;
                sent += 3000;
                send("fenced-in", before, sent);
                await().atMost(SOON).until(() -> count("fenced") > before);

                // when
                List<String> transactions = admin.listTransactions().all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .filter(id -> id.startsWith("fenced-"))
                        .toList();
                assertThat(transactions).isNotEmpty();
                admin.fenceProducers(transactions).all().get();
            }

            // then
            int expected = sent;
            await().atMost(SOON).until(() -> count("fenced") >= expected);
            assertThat(running.ended()).isNotDone();
        }
        assertAllAccountedForOnce("fenced", sent);
    }

    @Test
    void instancesThatComeAndGoAccountForEachRecordOnce() throws Exception {
        // given
        kafka.createTopic("moving-in", PARTITIONS);
        send("moving-in", 0, 6000);
        try (RunningPipeline first = start("moving", folder.resolve("first"))) {
            await().atMost(SOON).until(() -> count("moving") > 0);

            // when
            try (RunningPipeline second = start("moving", folder.resolve("second"))) {
                send("moving-in", 6000, 12_000);
                await().atMost(SOON).until(() -> second.messages().contains("Running pipeline"));
                await().atMost(SOON).until(() -> count("moving") >= 12_000);
                send("moving-in", 12_000, 18_000);
            }
            await().atMost(SOON).until(() -> count("moving") >= 18_000);
        }

        // then
        assertAllAccountedForOnce("moving", 18_000);
    }

    private void assertAllAccountedForOnce(String pipeline, int sent) {
        LedgerAccounts accounts = LedgerAccounts.read(kafka, pipeline);
        List<ConsumerRecord<String, String>> read = kafka.records(pipeline + "-in");
        List<ConsumerRecord<String, String>> written = kafka.records(pipeline + "-out");
        assertThat(read).hasSize(sent);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int number = partition;
            assertThat(written.stream().filter(record -> record.partition() == number))
                    .extracting(ConsumerRecord::value)
                    .containsExactlyElementsOf(read.stream()
                            .filter(record -> record.partition() == number)
                            .map(ConsumerRecord::value)
                            .toList());
            assertThat(accounts.outcomes(partition))
                    .containsOnlyKeys(read.stream()
                            .filter(record -> record.partition() == number)
                            .map(ConsumerRecord::offset)
                            .toList());
        }
    }

    private int count(String pipeline) {
        try {
            return kafka.records(pipeline + "-out").size();
        } catch (RuntimeException notYetThere) {
            return 0;
        }
    }

    private void send(String topic, int from, int to) {
        kafka.sendAll(
                topic, IntStream.range(from, to).mapToObj(i -> "line " + i).toList());
    }

    private RunningPipeline start(String pipeline, Path data) throws IOException {
        Files.createDirectories(data);
        String text = "input { kafka { topics => [\"" + pipeline + "-in\"] group_id => \"" + pipeline
                + "\" auto_offset_reset => \"earliest\" codec => plain } }\noutput { kafka { topic_id => \"" + pipeline
                + "-out\" codec => plain { format => \"%{message}\" } } }";
        return RunningPipeline.start(pipeline, text, kafka.bootstrapServers(), data);
    }
}
