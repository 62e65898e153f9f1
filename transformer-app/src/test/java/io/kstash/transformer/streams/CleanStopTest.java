package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, whatever the transformer is doing: a process of its own ends soon, and its successor does nothing twice. */
class CleanStopTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int RECORDS = 30_000;

    @TempDir
    Path folder;

    private LocalKafka broker;
    private KafkaFixture kafka;
    private TransformerProcess process;

    @BeforeEach
    void startKafka() {
        broker = LocalKafka.builder()
                .data(folder.resolve("kafka"))
                .quickRestarts()
                .start();
        kafka = new KafkaFixture(broker.bootstrapServers());
        kafka.createTopic("in", 1);
    }

    @AfterEach
    void stopAll() throws Exception {
        process.close();
        kafka.close();
        broker.close();
    }

    @Test
    void withLagLeftItStopsSoonAndTheNextRunReprocessesNothing() throws Exception {
        // given
        kafka.sendAll("in", numbered(RECORDS).toList());
        process = start("");
        await().atMost(SOON).until(() -> lines().size() > 100);

        // when
        Duration took = process.stop();

        // then
        assertThat(took).isLessThan(STOP_LIMIT);
        assertThat(kafka.lag("stopped", "in")).as("lag left").isPositive();
        assertSame(lines(), kafka.values("out"));
        long readBefore = recordsRead();
        process = start("");
        await().atMost(SOON).until(() -> lines().size() >= RECORDS && kafka.lag("stopped", "in") == 0);
        process.stop();
        assertThat(readBefore + recordsRead()).isEqualTo(RECORDS);
        assertThat(lines().size()).isEqualTo(RECORDS);
        assertThat(lines().stream().distinct().count()).isEqualTo(RECORDS);
    }

    @Test
    void inTheMiddleOfSlowEventsItStopsSoon() throws Exception {
        // given
        String slow = "{\"text\":\"" + "a".repeat(5000) + "!\"}";
        kafka.sendAll("in", numbered(500).toList());
        process = start("grok { match => { \"text\" => \"^(?:(?:a|aa)+)+\\Z\" } }");
        await().atMost(SOON).until(() -> lines().size() == 500 && kafka.lag("stopped", "in") == 0);
        long before = kafka.end("out");
        kafka.sendAll("in", Stream.generate(() -> slow).limit(30).toList());
        await().atMost(SOON).until(() -> kafka.end("out") > before);

        // when
        Duration took = process.stop();

        // then
        assertThat(took).isLessThan(STOP_LIMIT);
        assertSame(lines(), kafka.values("out"));
        assertThat(lines().size()).as("slow events that were still to come").isLessThan(525);
    }

    @Test
    void whileKafkaIsAwayItStopsSoon() throws Exception {
        // given
        kafka.sendAll("in", numbered(10).toList());
        process = start("");
        await().atMost(SOON).until(() -> lines().size() == 10);
        broker.close();

        // when
        Duration took = process.stop();

        // then
        assertThat(took).isLessThan(STOP_LIMIT);
    }

    /** Thousands of lines in a message would help nobody. */
    private static void assertSame(List<String> lines, List<String> values) {
        assertThat(lines.equals(values))
                .as("%d lines are the %d values", lines.size(), values.size())
                .isTrue();
    }

    private static Stream<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"id\":" + i + "}");
    }

    private TransformerProcess start(String filter) throws IOException {
        Path pipeline = Files.writeString(
                folder.resolve("stopped.conf"),
                "input { kafka { topics => [\"in\"] group_id => \"stopped\" auto_offset_reset => \"earliest\" codec => json } }\n"
                        + "filter { " + filter + " }\n"
                        + "output { kafka { topic_id => \"out\" codec => json }\n"
                        + "file { path => \"" + log() + "\" codec => json_lines } }\n");
        return TransformerProcess.start(pipeline, kafka.bootstrapServers(), folder.resolve("data"));
    }

    private long recordsRead() throws IOException {
        Matcher summary = Pattern.compile("Records: (\\d+) read").matcher(process.printed());
        assertThat(summary.find()).as(process.printed()).isTrue();
        return Long.parseLong(summary.group(1));
    }

    private Path log() {
        return folder.resolve("out.log");
    }

    private List<String> lines() throws IOException {
        return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    }
}
