package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records that are slow one after the other, as where a regular expression goes astray in each line of a program. */
class SlowRecordsTest {
    private static final int QUICK = 500;
    private static final int SLOW = 25;

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    /** Together they take longer than a transaction may. */
    @Test
    void theyDoNotStopTheFlow() throws IOException {
        // given
        kafka.createTopic("slow-in", 1);
        String slow = "a".repeat(5000) + "!";
        kafka.sendAll(
                "slow-in",
                Stream.concat(
                                IntStream.range(0, QUICK).mapToObj(Integer::toString),
                                Stream.generate(() -> slow).limit(SLOW))
                        .toList());

        // when
        String text = "input { kafka { topics => [\"slow-in\"] group_id => \"slow\" auto_offset_reset => \"earliest\""
                + " codec => plain } }"
                + " filter { grok { match => { \"message\" => \"^(?:(?:a|aa)+)+\\Z\" } timeout_millis => 200 } }"
                + " output { kafka { topic_id => \"slow-out\" codec => plain { format => \"%{message}\" } } }";
        try (RunningPipeline running = RunningPipeline.start(
                "slow", text, kafka.bootstrapServers(), folder, Map.of("transaction.timeout.ms", "3000"))) {

            // then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> running.messages().contains("Running pipeline"));
            await().atMost(Duration.ofMinutes(1)).until(() -> kafka.lag("slow", "slow-in") == 0);
        }
        assertThat(kafka.values("slow-out")).hasSize(QUICK + SLOW);
        assertThat(LedgerAccounts.read(kafka, "slow").outcomes(0)).hasSize(QUICK + SLOW);
    }
}
