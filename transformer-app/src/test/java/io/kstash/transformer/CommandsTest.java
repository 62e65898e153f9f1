package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theShippedPipelinesPassTheirTests() {
        int exitCode = run("test", "../pipelines");

        assertThat(printed(out)).endsWith(" passed, 0 failed\n").doesNotStartWith("0 ");
        assertThat(exitCode).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFailedTestAndAnUnreadableOneHaveTheirExitCodes() throws IOException {
        Path failing = Files.writeString(
                folder.resolve("failing.json"),
                "{\"name\":\"n\",\"pipeline\":\"filter { }\",\"given\":[{}],\"expect\":[]}");
        Path unreadable = Files.writeString(folder.resolve("unreadable.json"), "{");

        assertThat(run("test", failing.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(printed(out))
                .startsWith("FAILED n\n  event 1: expected none")
                .endsWith("0 passed, 1 failed\n");
        assertThat(run("test", unreadable.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(printed(err)).startsWith("transformer: Pipeline test " + unreadable + " cannot be read: Not JSON");
        assertThat(run("test")).isEqualTo(ExitCode.USAGE);
        assertThat(run("test", folder.resolve("no.json").toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void ofVeryManyProblemsTheFirstAreShown() throws IOException {
        Path broken = Files.writeString(folder.resolve("p.conf"), "filter {\n" + "mutat { }\n".repeat(150) + "}");

        assertThat(run("check", "-f", broken.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(printed(out))
                .contains(broken + ":101:1: unknown filter")
                .doesNotContain(broken + ":102:1: ")
                .endsWith("^\n... and 50 more\n150 problems\n");
    }

    @Test
    void aBrokenPipelineIsRefusedByFilterAndRunWithAllProblems() throws IOException {
        Path broken = Files.writeString(folder.resolve("p.conf"), "input { generatr { } } filter { mutat { } }");

        assertThat(run("filter", "-f", broken.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "-f", broken.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(printed(err))
                .contains(broken + ":1:9: unknown input 'generatr'; did you mean 'generator'")
                .contains(broken + ":1:33: unknown filter 'mutat'; did you mean 'mutate'");
    }

    @Test
    void aPipelineWithoutKafkaRunsToItsEnd() throws IOException {
        Path pipeline = Files.writeString(
                folder.resolve("p.conf"),
                "input { generator { count => 3 } } output { file { path => '" + folder
                        + "/file/out' codec => dots } stdout { codec => dots } }");
        Files.writeString(folder.resolve("file"), "in the way");

        int exitCode = run(
                "run",
                "-f",
                pipeline.toString(),
                "--data",
                folder.resolve("data").toString());

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(printed(out)).isEqualTo("...");
        assertThat(folder.resolve("data/out")).hasContent("...");
        assertThat(printed(err))
                .startsWith("Cannot create folder " + folder.resolve("file"))
                .endsWith("Events: 3 read, 3 emitted, 0 dropped, 0 failed\n");
    }

    @Test
    @Timeout(60)
    void aSearchThatGoesAstrayEndsAtTheTimeLimitOfTheCommandLine() throws IOException {
        Path pipeline = Files.writeString(
                folder.resolve("p.conf"),
                "input { generator { count => 1 message => '" + "x".repeat(60) + "y' } }"
                        + " filter { mutate { gsub => ['message', '^(x+)+$', ''] } } output { null { } }");

        assertThat(run("run", "-f", pipeline.toString(), "--event-timeout", "50ms"))
                .isEqualTo(ExitCode.OK);
        assertThat(printed(err))
                .contains(pipeline + ":1:120: filter mutate: the search for /^(x+)+$/ took longer than 50 ms")
                .endsWith("Events: 1 read, 0 emitted, 0 dropped, 1 failed\n");
    }

    @Test
    void aTimeLimitWithoutAUnitIsRefused() {
        assertThat(run("filter", "-f", "p.conf", "--event-timeout", "5")).isEqualTo(ExitCode.USAGE);
        assertThat(printed(err))
                .contains(
                        "Invalid value for option '--event-timeout': '5' is no time limit; give one such as 500ms or 2s");
    }

    @Test
    void whatBecomesADeadLetterIsOneOfTwoWordsAndNeedsKafka() throws IOException {
        Path local = Files.writeString(folder.resolve("p.conf"), "input { generator { count => 1 } }");

        assertThat(run("run", "-f", local.toString(), "--on-timeout", "drop")).isEqualTo(ExitCode.USAGE);
        assertThat(printed(err))
                .contains("Invalid value for option '--on-timeout': 'drop' is neither tag nor dead-letter");
        assertThat(run("run", "-f", local.toString(), "--on-decode-error", "dead-letter"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(printed(err))
                .endsWith(
                        "transformer: This pipeline does not read Kafka, so it has no topic for dead letters: leave out"
                                + " --on-decode-error and --on-timeout, or set them to tag\n");
    }

    @Test
    void aRetentionIsDaysOrHours() {
        assertThat(run("run", "-f", "p.conf", "--retention", "30")).isEqualTo(ExitCode.USAGE);
        assertThat(printed(err))
                .contains("Invalid value for option '--retention': '30' is no time for which Kafka can keep a topic;"
                        + " give one such as 30d or 12h");
    }

    @Test
    void aRecordToExplainIsNamedByTopicPartitionAndOffset() {
        assertThat(run("explain", "-f", "p.conf", "--record", "multi-test-topic/12"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(printed(err))
                .contains("Invalid value for option '--record': 'multi-test-topic/12' is no record;"
                        + " give topic/partition/offset, such as multi-test-topic/0/12");
    }

    @Test
    void aFileThatCannotBeReadEndsTheRunAndIsNamed() throws IOException {
        Path pipeline = Files.writeString(
                folder.resolve("p.conf"),
                "input { file { path => '" + folder + "/p.conf' mode => read exit_after_read => true sincedb_path => '"
                        + folder + "/p.conf/sincedb' } } output { null { } }");

        assertThat(run("run", "-f", pipeline.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(printed(err))
                .startsWith("transformer: Pipeline p cannot go on: ")
                .contains(folder + "/p.conf");
    }

    private int run(String... args) {
        return new AppMain(Map.of(), stream(out), stream(err)).execute(new TransformerCommand(), args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
