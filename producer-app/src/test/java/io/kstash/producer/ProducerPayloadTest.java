package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the records hold that somebody asks for. */
@Timeout(30)
class ProducerPayloadTest {
    @RegisterExtension
    static final ProducedTopic topic = new ProducedTopic();

    @TempDir
    Path folder;

    private final StartedProducer producer = new StartedProducer(topic);

    @Test
    void aTooLargeRecordIsReportedAndTheOthersGoThrough() throws IOException {
        // given
        Path lines = Files.writeString(
                folder.resolve("events.jsonl"), "{\"n\":1}\n{\"n\":\"" + "x".repeat(1_100_000) + "\"}\n{\"n\":3}\n");

        // when
        int exitCode = producer.run("--payload", lines.toString(), "--producers", "1", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(topic.records()).extracting(ConsumerRecord::value).containsExactly("{\"n\":1}", "{\"n\":3}");
        assertThat(producer.messages().lines().filter(line -> line.startsWith("not sent")))
                .singleElement()
                .asString()
                .startsWith("not sent to " + topic.name() + ": producer 0, sequence 1: The message is 11")
                .endsWith(". Make the record smaller, or raise max.request.size (--config) and the topic's"
                        + " max.message.bytes");
        assertThat(producer.printed()).contains("sent 2, failed 1, ");
    }

    @Test
    void jsonLinesAreSharedOutWithoutDoublesAndTheRunEndsWithThem() throws IOException {
        // given
        List<String> lines = Stream.iterate(0, n -> n + 1)
                .limit(50)
                .map(n -> "{\"n\":" + n + "}")
                .toList();
        Path file = Files.write(folder.resolve("events.jsonl"), lines);

        // when
        int exitCode = producer.run("--payload", file.toString(), "--producers", "3", "--count", "0", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(topic.records()).extracting(ConsumerRecord::value).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void saysWhenTheCountLeavesLinesUnsent() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("events.jsonl"), "1\n2\n3\n");

        // when
        producer.run("--payload", file.toString(), "--producers", "1", "--count", "2", "--rate", "max");

        // then
        assertThat(topic.records()).extracting(ConsumerRecord::value).containsExactly("1", "2");
        assertThat(producer.messages())
                .endsWith("The payload holds more lines than were sent: --count 0 sends all of them\n");
    }

    @Test
    void keyAndPayloadAreTemplatesAndASeedRepeatsTheValues() throws IOException {
        // given
        Path template = Files.writeString(folder.resolve("event.json"), "{\"n\":{id},\"v\":{value}}\n");
        String[] args = {
            "--payload", template.toString(), "--key", "p{producer_id}", "--seed", "7", "--count", "20", "--rate", "max"
        };

        // when
        producer.run(args);
        producer.run(args);

        // then
        List<String> all = topic.records().stream()
                .map(message -> message.key() + " " + message.value())
                .sorted()
                .toList();
        assertThat(all).hasSize(80).startsWith(all.get(0), all.get(0));
        assertThat(all.stream().distinct())
                .hasSize(40)
                .allMatch(text -> text.matches("p[01] \\{\"n\":\\d+,\"v\":\\d+}"));
    }
}
