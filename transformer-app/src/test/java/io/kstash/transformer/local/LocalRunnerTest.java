package io.kstash.transformer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.FailedException;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalRunnerTest {
    private static final String JSON_STDIN = "input { stdin { codec => json ecs_compatibility => disabled } } ";

    @TempDir
    Path folder;

    @Test
    void eventsGoFromStdinThroughTheFiltersToTheirOutputs() throws Exception {
        LocalPipeline pipeline = new LocalPipeline(JSON_STDIN
                        + "filter { if [a] == 2 { drop { } } if [a] == 3 { mutate { add_tag => three } } }"
                        + "output { if [tags] { stdout { codec => line { format => '%{a}' } } } else { null { } }"
                        + "  file { path => '" + folder + "/new/folder/out.log' codec => line { format => '%{a}' } } }")
                .stdin("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");

        RunCounts counts = pipeline.run();

        assertThat(counts).isEqualTo(new RunCounts(3, 2, 1, 0));
        assertThat(counts.summary()).isEqualTo("Events: 3 read, 2 emitted, 1 dropped, 0 failed");
        assertThat(pipeline.printed()).isEqualTo("3\n");
        assertThat(folder.resolve("new/folder/out.log")).hasContent("1\n3");
    }

    @Test
    void anAnswerAppearsWhileStdinStaysOpen() throws Exception {
        PipedOutputStream typed = new PipedOutputStream();
        LocalPipeline pipeline = new LocalPipeline(JSON_STDIN + "output { stdout { codec => dots } file { path => '"
                        + folder + "/out' codec => dots } }")
                .stdin(new PipedInputStream(typed));
        CompletableFuture<RunCounts> run = CompletableFuture.supplyAsync(() -> running(pipeline));

        typed.write("{}\n".getBytes(StandardCharsets.UTF_8));
        typed.flush();

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(pipeline.printed()).isEqualTo(".");
            assertThat(folder.resolve("out")).hasContent(".");
        });
        typed.close();
        assertThat(run.join().read()).isOne();
    }

    @Test
    void severalInputsReadSideBySideAndEachDecoratesItsOwn() throws Exception {
        LocalPipeline pipeline = new LocalPipeline("input { generator { count => 100 message => 'a' tags => [one] }"
                + " generator { count => 100 lines => ['b', 'c'] add_field => { 'f' => '%{message}' } } }"
                + "output { stdout { codec => line { format => '%{message} %{tags} %{f}' } } }");

        RunCounts counts = pipeline.run();

        assertThat(counts.read()).isEqualTo(300);
        assertThat(pipeline.printed().lines().collect(Collectors.groupingBy(line -> line, Collectors.counting())))
                .hasSize(3)
                .containsEntry("a one %{f}", 100L)
                .containsEntry("b %{tags} b", 100L)
                .containsEntry("c %{tags} c", 100L);
    }

    @Test
    void aStopEndsAnEndlessInput() throws Exception {
        LocalPipeline pipeline = new LocalPipeline("input { generator { } } output { stdout { codec => dots } }");
        CompletableFuture<RunCounts> run = CompletableFuture.supplyAsync(() -> running(pipeline));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !pipeline.printed().isEmpty());

        pipeline.stop.request();

        assertThat(run.join().emitted()).isEqualTo(pipeline.printed().length());
    }

    @Test
    void theFirstInputThatFailsEndsTheOthers() throws Exception {
        Files.writeString(folder.resolve("sincedb"), "no position\n");
        LocalPipeline pipeline = new LocalPipeline("input { generator { } file { path => '" + folder
                + "/*.log' mode => read sincedb_path => '" + folder + "/sincedb' } } output { null { } }");

        assertThatThrownBy(pipeline::run)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sincedb")
                .hasMessageContaining("no position");
    }

    @Test
    void anEventThatFailsIsReportedAndTheNextGoesOn() throws Exception {
        LocalPipeline pipeline = new LocalPipeline(JSON_STDIN + "\nfilter { if [a] > 5 { mutate { add_tag => big } } }"
                        + "\noutput { stdout { codec => line { format => '%{a}' } } }")
                .stdin("{\"a\":9}\n{\"a\":\"x\"}\n{\"a\":10}\n");

        RunCounts counts = pipeline.run();

        assertThat(counts).isEqualTo(new RunCounts(3, 2, 0, 1));
        assertThat(pipeline.printed()).isEqualTo("9\n10\n");
        assertThat(pipeline.reports).singleElement().asString().startsWith("test.conf:2:13: condition: Cannot compare");
    }

    @Test
    void anOutputConditionThatCannotBeEvaluatedLosesTheRestOfTheBatchAndCountsIt() throws Exception {
        String bad = "{\"a\":\"x\"}\n";
        String good = IntStream.range(0, 130).mapToObj(i -> "{\"a\":9}\n").collect(Collectors.joining());
        LocalPipeline pipeline =
                new LocalPipeline(JSON_STDIN + "output { if [a] > 5 { stdout { codec => dots } } }").stdin(bad + good);

        RunCounts counts = pipeline.run();

        // A batch is at most 125 events: the bad one and 124 good ones.
        assertThat(counts).isEqualTo(new RunCounts(131, 6, 0, 125));
        assertThat(pipeline.printed()).isEqualTo("......");
        assertThat(pipeline.reports).hasSize(2).last().asString().contains("The rest of its batch is left out");
    }

    @Test
    void aBadLineIsTaggedAndTextThatIsNotUtf8IsKept() throws Exception {
        LocalPipeline pipeline = new LocalPipeline(
                        JSON_STDIN + "output { stdout { codec => line { format => '%{tags} %{message}' } } }")
                .stdin(new java.io.ByteArrayInputStream(new byte[] {'{', (byte) 0xff, '\n'}));

        pipeline.run();

        assertThat(pipeline.printed()).isEqualTo("_jsonparsefailure {\\xFF\n");
    }

    @Test
    void dataThatHasTheNamesOfAnInputsOwnFieldsStaysAsItIs() throws Exception {
        LocalPipeline pipeline = new LocalPipeline(
                        "input { stdin { codec => json } } output { stdout { codec => line { format => '%{event} %{host}' } } }")
                .stdin("{\"event\":\"login\",\"host\":\"web\"}\n");

        RunCounts counts = pipeline.run();

        assertThat(counts.emitted()).isOne();
        assertThat(pipeline.printed()).isEqualTo("login web\n");
    }

    @Test
    void aPayloadThatLeavesNoPlaceForItsOriginalIsTaggedAndHasNone() throws Exception {
        LocalPipeline pipeline = new LocalPipeline(
                "input { generator { count => 1 codec => json message => '{\"event\":1}' } }"
                        + " output { stdout { codec => line { format => '%{tags} %{message} %{[event][original]}' } } }");

        pipeline.run();

        assertThat(pipeline.printed()).isEqualTo("_jsonparsefailure {\"event\":1} %{[event][original]}\n");
    }

    @Test
    void aPathIsFilledFromTheEventAndNeverLeavesItsRoot() throws Exception {
        LocalPipeline pipeline = new LocalPipeline(JSON_STDIN + "output { file { path => '" + folder
                        + "/logs/%{app}.log' codec => line { format => '%{n}' } } }")
                .stdin("""
                        {"app":"a","n":1}
                        {"app":"sub/b","n":2}
                        {"app":"../../c","n":3}
                        {"app":"a","n":4}
                        {"n":5}
                        """);

        pipeline.run();

        assertThat(folder.resolve("logs/a.log")).hasContent("1\n4");
        assertThat(folder.resolve("logs/sub/b.log")).hasContent("2");
        assertThat(folder.resolve("logs/_filepath_failures")).hasContent("3");
        assertThat(folder.resolve("logs/%{app}.log")).hasContent("5");
    }

    @Test
    void aPathOfAnEventThatNoFileCanHaveGoesToTheFailures() throws Exception {
        Files.createDirectories(folder.resolve("logs/folder"));
        LocalPipeline pipeline = new LocalPipeline(JSON_STDIN + "output { file { path => '" + folder
                        + "/logs/%{app}' codec => line { format => '%{n}' } } }")
                .stdin("""
                        {"app":"a","n":1}
                        {"app":"a/below-a-file","n":2}
                        {"app":"folder","n":3}
                        {"app":"LONG","n":4}
                        {"app":"DEEP","n":5}
                        {"app":"nul\\u0000","n":6}
                        """.replace("LONG", "x".repeat(256)).replace("DEEP", "x/".repeat(2048) + "x"));

        pipeline.run();

        assertThat(folder.resolve("logs/a")).hasContent("1");
        assertThat(folder.resolve("logs/_filepath_failures")).hasContent("2\n3\n4\n5\n6");
    }

    @Test
    void moreFilesThanMayBeOpenAreAllComplete() throws Exception {
        String events = IntStream.range(0, 300)
                .mapToObj(i -> "{\"app\":" + i % 100 + "}\n")
                .collect(Collectors.joining());
        LocalPipeline pipeline = new LocalPipeline(
                        JSON_STDIN + "output { file { path => '" + folder + "/%{app}.log' codec => dots } }")
                .stdin(events);

        pipeline.run();

        for (int i = 0; i < 100; i++) {
            assertThat(folder.resolve(i + ".log")).hasContent("...");
        }
    }

    @Test
    void aFileThatCannotBeWrittenEndsTheRunAndIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("out.log"));
        LocalPipeline pipeline =
                new LocalPipeline("input { generator { } } output { file { path => '" + folder + "/out.log' } }");

        assertThatThrownBy(pipeline::run)
                .isInstanceOf(FailedException.class)
                .hasMessageStartingWith("Cannot write " + folder + "/out.log (")
                .hasMessageEndingWith("check its permissions, or change the path of the file output");
    }

    private static RunCounts running(LocalPipeline pipeline) {
        try {
            return pipeline.run();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
