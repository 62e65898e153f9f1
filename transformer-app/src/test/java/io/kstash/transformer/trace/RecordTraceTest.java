package io.kstash.transformer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.UsageException;
import io.kstash.transformer.explain.Explanation;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.streams.KafkaFixture;
import io.kstash.transformer.streams.Origin;
import io.kstash.transformer.streams.RunningPipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One run of a pipeline over a few thousand records, and what is told of some of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordTraceTest {
    private static final int RECORDS = 3_000;
    private static final String NAME = "traced";
    private static final String IN = "traced-in";

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    private Path pipeline;

    @TempDir
    static Path folder;

    @BeforeAll
    void runPipeline() throws IOException {
        kafka.createTopic(IN, 1);
        List<String> values = new ArrayList<>();
        for (int id = 0; id < RECORDS; id++) {
            values.add(value(id));
        }
        kafka.sendAll(IN, values);
        pipeline = folder.resolve(NAME + ".conf");
        try (RunningPipeline running = RunningPipeline.start(NAME, text(), kafka.bootstrapServers(), folder)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> kafka.lag("traced-group", IN) == 0);
        }
    }

    private static String value(int id) {
        return switch (id) {
            case 5 -> "{\"id\":5,\"type\":\"noise\"}";
            case 6 -> "{\"id\":6,\"parts\":[\"a\",\"b\"]}";
            case 7 -> "{\"id\":7,\"type\":\"nowhere\"}";
            case 8 -> "{\"id\":8,\"type\":\"broken\"}";
            default -> "{\"id\":" + id + "}";
        };
    }

    private String text() {
        return """
                input { kafka { topics => ["traced-in"] group_id => "traced-group" auto_offset_reset => "earliest"
                                codec => json { ecs_compatibility => disabled } } }
                filter {
                  if [type] == "noise" { drop { } }
                  if [parts] { split { field => "parts" } }
                  if [type] == "broken" and [id] > "x" { mutate { } }
                  mutate { add_field => { "processed_by" => "logstash" } }
                }
                output {
                  if [type] != "nowhere" {
                    kafka { topic_id => "traced-out" codec => json }
                    file { path => "%s/traced.log" codec => json_lines }
                  }
                }
                """.formatted(folder);
    }

    @Test
    void aRecordIsFoundInEachOutput() {
        String told = told(2_900);

        assertThat(told)
                .contains("Record traced-in/0/2900 of ")
                .contains("    {\"id\":2900}")
                .contains("+ [processed_by] \"logstash\"")
                .containsPattern("by ledger traced-ledger/0/\\d+ of .*, this version of the pipeline:")
                .containsPattern("event 0 went to topic traced-out: traced-out/0/\\d+\\n")
                .containsPattern("event 0 went to file .*/traced.log: delivery traced-deliveries/0/\\d+,"
                        + " \\d+ bytes at byte \\d+ of traced.log");
    }

    @Test
    void aLineThatSomebodyChangedIsNotCalledThere() throws IOException {
        // given
        Path log = folder.resolve("traced.log");
        Files.writeString(log, Files.readString(log).replace("{\"id\":100,", "{\"id\":900,"));

        // when
        String told = told(100);

        // then
        assertThat(told)
                .containsPattern(
                        "written at byte \\d+ of traced.log, where something else is now: scripts/consumer audit"
                                + " tells what happened");
    }

    @Test
    void eachEventOfASplitRecordIsFound() {
        assertThat(told(6))
                .containsPattern("event 0 went to topic traced-out: traced-out/0/\\d+\\n")
                .containsPattern("event 1 went to topic traced-out: traced-out/0/\\d+\\n");
    }

    @Test
    void aRecordThatWasDroppedOrSelectedByNoOutputTellsSo() {
        assertThat(told(5)).contains("    an event was dropped");
        assertThat(told(7)).contains("    event 0 went to no output: no condition selected one");
    }

    @Test
    void aDeadLetterIsFoundWithItsReason() {
        assertThat(told(8)).containsPattern("dead letter traced-dead-letters/0/0: .+");
    }

    @Test
    void aRecordThatIsNotTransformedYetTellsSo() {
        // given
        kafka.sendAll(IN, List.of("{\"id\":-1}"));

        // when
        String told = told(RECORDS);

        // then
        assertThat(told).contains("What became of it: nothing yet, no entry of ledger traced-ledger covers it");
    }

    @Test
    void aRecordThatIsNotThereIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> told(1_000_000))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("There is no record traced-in/0/1000000: the partition has offsets 0 to ");
        assertThatThrownBy(() -> tell(new Origin(IN, 3, 0)))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no record traced-in/3/0: the topic has partitions 0 to 0");
        assertThatThrownBy(() -> tell(new Origin("other", 0, 0)))
                .isInstanceOf(UsageException.class)
                .hasMessage("Pipeline traced does not read topic other; it reads traced-in");
    }

    private String told(long offset) {
        return tell(new Origin(IN, 0, offset));
    }

    private String tell(Origin record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Explanation explanation = new Explanation(out);
        LoadedPipeline loaded = new PipelineLoader(Map.of(), true).load(pipeline, explanation);
        try (RecordTrace trace = new RecordTrace(loaded, KafkaClientSettings.of(kafka.bootstrapServers()), out)) {
            trace.tell(record, explanation);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
