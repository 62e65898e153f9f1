package io.kstash.faults.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected of a record, and what is found of it, meet. */
class FindingsTest {
    private static final List<String> INPUT = List.of(
            "{\"producer_id\":1,\"value\":3}",
            "{\"producer_id\":1,\"value\":10}",
            "{\"producer_id\":1,\"value\":70}",
            "no JSON");

    @TempDir
    Path files;

    @Test
    void theFilesOfARunThatWentWellAreAsExpected() throws Exception {
        // given
        Files.createDirectory(files.resolve("shards"));
        Files.write(
                files.resolve("all.log"),
                List.of(
                        "{\"at\":\"0/1\"}",
                        "{\"at\":\"0/1\",\"tags\":[\"copy\"]}",
                        "{\"at\":\"0/2\",\"value\":70}",
                        "{\"at\":\"0/3\",\"tags\":[\"_jsonparsefailure\"]}"));
        Files.writeString(files.resolve("shards/1.log"), "{\"at\":\"0/2\",\"value\":70}\n");

        // when
        Verdict verdict = Verdict.exactlyOnce(expected(), found());

        // then
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void garbageAndTornLinesAreForeign() throws Exception {
        // given
        Files.write(
                files.resolve("all.log"),
                "{\"at\":\"0/1\"}\n{\"at\":\"0/2\",\"val\n\0\0\0".getBytes(StandardCharsets.UTF_8));

        // when
        Verdict verdict = Verdict.exactlyOnce(expected(), found());

        // then
        assertThat(verdict.foreign()).isEqualTo(2);
        assertThat(verdict.lost()).isEqualTo(4);
        assertThat(verdict.findings()).contains("in all.log: {\"at\":\"0/2\",\"val");
    }

    @Test
    void anEventInAnotherPartitionThanItsSourceIsForeign() {
        // given
        Findings findings = new Findings();

        // when
        findings.addOutput(
                new ConsumerRecord<>("out", 1, 0, null, "{\"at\":\"0/1\"}".getBytes(StandardCharsets.UTF_8)));

        // then
        assertThat(findings.events().foreign()).containsExactly("in partition 1 of the output topic: {\"at\":\"0/1\"}");
    }

    private static Sightings expected() {
        Expectation expectation = new Expectation();
        for (int offset = 0; offset < INPUT.size(); offset++) {
            byte[] value = INPUT.get(offset).getBytes(StandardCharsets.UTF_8);
            expectation.add(new ConsumerRecord<>("in", 0, offset, null, value));
        }
        return filesOnly(expectation.events());
    }

    private static Sightings filesOnly(Sightings all) {
        Sightings files = new Sightings();
        for (Lane lane : all.lanes()) {
            if (lane.place().endsWith(".log")) {
                all.in(lane).forEach(position -> files.add(lane, position));
            }
        }
        return files;
    }

    private Sightings found() throws Exception {
        Findings findings = new Findings();
        findings.addFiles(files);
        return findings.events();
    }
}
