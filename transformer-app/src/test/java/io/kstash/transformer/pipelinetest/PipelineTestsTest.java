package io.kstash.transformer.pipelinetest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import io.kstash.transformer.load.PipelineLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTestsTest {
    private static final PipelineLoader LOADER = new PipelineLoader(Map.of(), true);

    private static final String ADD_B = "filter { mutate { add_field => { \\\"b\\\" => \\\"x\\\" } } }";
    private static final String ECHO =
            "input { stdin { codec => json } } output { stdout { codec => json_lines } file { path => \\\"@OUT@\\\" } }";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void testsInAFolderAndBelowAllRun() throws Exception {
        Files.createDirectories(folder.resolve("below"));
        write("a.json", test("\"given\": [{\"a\": 1}]", "\"expect\": [{\"b\": \"x\", \"a\": 1}]"));
        write("below/b.json", "[" + test("\"given\": []", "\"expect\": []") + "]");
        write("notes.txt", "no test");

        boolean passed = run();

        assertThat(passed).isTrue();
        assertThat(printed()).containsExactly("2 passed, 0 failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[{}]; [{\"b\":\"x\"},{\"b\":\"y\"}]; event 2: expected {\"b\":\"y\"}, but there was none",
                "[{},{}]; [{\"b\":\"x\"}]; event 2: expected none, but there was {",
                "[{}]; [{\"b\":\"y\"}]; event 1, field [b]: expected \"y\", but was \"x\"",
                "[{}]; [{}]; event 1, field [b]: expected no such field, but there was \"x\"",
                "[{}]; [{\"b\":\"x\",\"c\":null}]; event 1, field [c]: expected null, but there was no such field",
                "[{\"a\":1}]; [{\"b\":\"x\",\"a\":1.0}]; event 1, field [a]: expected 1.0, but was 1",
                "[{\"a\":{\"k\":[1,2]}}]; [{\"b\":\"x\",\"a\":{\"k\":[1,3]}}]; field [a][k][1]: expected 3, but was 2",
                "[{\"a\":[1]}]; [{\"b\":\"x\",\"a\":[]}]; field [a]: expected [], but was [1]",
                "[{}]; [{\"b\":\"x\",\"@version\":\"2\"}]; field [@version]: expected \"2\", but was \"1\"",
            })
    void aPlantedWrongExpectationFails(String given, String expect, String difference) throws Exception {
        write("t.json", test("\"given\": " + given, "\"expect\": " + expect));

        boolean passed = run();

        assertThat(passed).isFalse();
        assertThat(printed().get(0)).isEqualTo("FAILED t");
        assertThat(printed().get(1)).startsWith("  ").contains(difference);
        assertThat(printed()).endsWith("0 passed, 1 failed");
    }

    @Test
    void spellingOfNumbersAndOrderOfFieldsDoNotCount() throws Exception {
        write(
                "t.json",
                test(
                        "\"given\": [{\"n\": 10000000000.0, \"@timestamp\": \"2026-01-02T03:04:05Z\"}]",
                        "\"expect\": [{\"b\": \"x\", \"n\": 1.0E10, \"@timestamp\": \"2026-01-02T03:04:05.000Z\"}]"));

        assertThat(run()).isTrue();
    }

    @Test
    void aFailedEventIsExplained() throws Exception {
        write(
                "t.json",
                "{\"name\": \"t\", \"pipeline\": \"filter { if [a] > 5 { mutate { add_tag => 1 } } }\","
                        + "\"given\": [{\"a\": \"x\"}], \"expect\": [{\"a\": \"x\"}]}");

        assertThat(run()).isFalse();
        assertThat(printed()).anyMatch(line -> line.startsWith("  failed: t:1:13: condition: Cannot compare"));
    }

    @Test
    void refusalIsExpectedOrAFailure() throws Exception {
        String bad = "\"pipeline\": \"filter { mutat { } }\", \"given\": []";
        String good = "\"pipeline\": \"" + ADD_B + "\"";
        write(
                "t.json",
                "[{\"name\": \"refused\"," + bad + ", \"expectError\": \"x\"},"
                        + "{\"name\": \"wrongly refused\"," + bad + ", \"expect\": []},"
                        + "{\"name\": \"wrongly accepted\"," + good + ", \"expectError\": \"x\"}]");

        assertThat(run()).isFalse();
        assertThat(printed())
                .contains(
                        "FAILED wrongly refused",
                        "  the pipeline was refused:",
                        "FAILED wrongly accepted",
                        "  the pipeline has to be refused, but was accepted",
                        "1 passed, 2 failed")
                .anyMatch(line -> line.contains("wrongly refused:1:10: unknown filter 'mutat'"))
                .doesNotContain("FAILED refused");
    }

    @Test
    void aWholePipelineIsComparedByEventsOrByBytes() throws Exception {
        String whole = "\"pipeline\": \"" + ECHO + "\", \"stdin\": \"{\\\"a\\\":1}\\n\"";
        String bytes = "\"pipeline\": \"input { stdin { codec => json } } output { stdout { codec => dots } }\","
                + "\"stdin\": \"{}\\n{}\\n\"";
        write(
                "t.json",
                "[{\"name\": \"events\"," + whole
                        + ",\"expect\": [{\"a\": 1, \"event\": {\"original\": \"{\\\"a\\\":1}\\n\"}}]},"
                        + "{\"name\": \"bytes\"," + bytes + ",\"expectText\": \"..\"},"
                        + "{\"name\": \"other bytes\"," + bytes + ",\"expectText\": \"...\"}]");

        assertThat(run()).isFalse();
        assertThat(printed())
                .containsExactly(
                        "FAILED other bytes",
                        "  the texts differ from byte 3 on",
                        "  expected: \"...\"",
                        "  but was:  \"..\"",
                        "2 passed, 1 failed");
    }

    @Test
    void aWholePipelineNeverReachesKafka() throws Exception {
        write(
                "t.json",
                "[{\"name\": \"in\", \"pipeline\": \"input { kafka { topics => events } } output { stdout { } }\","
                        + " \"stdin\": \"\", \"expectText\": \"\"},"
                        + "{\"name\": \"out\", \"pipeline\": \"input { stdin { } } output { kafka { topic_id => events } }\","
                        + " \"stdin\": \"\", \"expectText\": \"\"}]");

        assertThat(run()).isFalse();
        assertThat(printed())
                .anyMatch(line -> line.contains("stdin cannot stand in for a kafka input"))
                .anyMatch(line -> line.contains("A pipeline test does not write to Kafka"))
                .endsWith("0 passed, 2 failed");
    }

    @Test
    void aPipelineFileStandsBesideItsTest() throws Exception {
        Files.writeString(folder.resolve("p.conf"), ADD_B.replace("\\", ""));
        write(
                "t.json",
                "{\"name\": \"t\", \"pipelineFile\": \"p.conf\", \"given\": [{}], \"expect\": [{\"b\":\"x\"}]}");

        assertThat(run()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"name\"; cannot be read: Not JSON",
                "[]; No pipeline tests in",
                "[1]; test 1: a pipeline test is an object",
                "{}; test 1: 'name' has to be a text",
                "{\"name\":\"n\"}; exactly one of expect, expectText, expectError is needed",
                "{\"name\":\"n\",\"expect\":[]}; exactly one of pipeline, pipelineFile is needed",
                "{\"name\":\"n\",\"expect\":[],\"pipeline\":\"\"}; exactly one of given, stdin is needed",
                "{\"name\":\"n\",\"expect\":[1],\"pipeline\":\"\",\"given\":[]}; 'expect' has to be a list of objects",
                "{\"name\":\"n\",\"expectText\":\"\",\"pipeline\":\"\",\"given\":[]}; it goes with stdin",
                "{\"name\":\"n\",\"expects\":[]}; unknown key 'expects'; did you mean 'expect'",
                "{\"name\":\"n\",\"expect\":[],\"pipelineFile\":\"no.conf\",\"given\":[]}; No such pipeline file",
            })
    void whatIsNoPipelineTestIsRefused(String json, String message) throws Exception {
        write("t.json", json);

        assertThatThrownBy(this::run).isInstanceOf(UsageException.class).hasMessageContaining(message);
    }

    @Test
    void whatNoTestReachesIsNamed() throws Exception {
        Files.writeString(folder.resolve("p.conf"), """
                filter {
                  if [a] == 1 { mutate { } } else if [a] == 2 { drop { } mutate { } } else { json { source => "b" } }
                  if [nope] { }
                }""");
        write("t.json", """
                [{"name": "one", "pipelineFile": "p.conf", "given": [{"a": 1}], "expect": [{"a": 1}]},
                 {"name": "two", "pipelineFile": "p.conf", "given": [{"a": 2}], "expect": []}]""");
        PipelineTests tests = new PipelineTests(List.of(folder), new PipelineLoader(Map.of(), true));
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        tests.run(print);
        tests.printCoverage(print);

        String place = "not reached: " + folder.resolve("p.conf") + ":2:";
        assertThat(printed())
                .containsExactly(
                        "2 passed, 0 failed",
                        place + "58: mutate",
                        place + "78: else",
                        place + "78: json",
                        "4 of 7 filters and branches reached");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> new PipelineTests(List.of(folder.resolve("no.json")), LOADER))
                .isInstanceOf(UsageException.class)
                .hasMessage("No such pipeline test: " + folder.resolve("no.json"));
    }

    private static String test(String given, String expect) {
        return "{\"name\": \"t\", \"pipeline\": \"" + ADD_B + "\", " + given + ", " + expect + "}";
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }

    private boolean run() throws IOException, InterruptedException {
        return new PipelineTests(List.of(folder), LOADER).run(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
