package io.kstash.transformer.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.StopSignal;
import io.kstash.engine.plan.PlanResult;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileInputTest {
    private static final String KEEP = " file_completed_action => log file_completed_log_path => '/dev/null'";

    @TempDir
    Path folder;

    private final StopSignal stop = new StopSignal();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Collector collector = new Collector();

    @Test
    void eachLineIsAnEventAlsoTheLastWithoutAnEnd() throws Exception {
        write("a.log", "one\n\nthr\u017c\u0119\r\nlast");

        read("path => '" + folder + "/a.log'");

        assertThat(collector.messages()).containsExactly("one", "", "thr\u017c\u0119\r", "last");
    }

    @Test
    void anEventKnowsItsFileAndHost() throws Exception {
        Path file = write("a.log", "{\"m\":1,\"log\":\"taken\"}\n{\"m\":2}\n");

        read("path => '" + folder + "/*' codec => json");

        assertThat(collector.values("[log]").get(0)).isEqualTo("taken");
        assertThat(collector.values("[log][file][path]").get(1)).isEqualTo(file.toString());
        assertThat(collector.values("[@metadata][path]")).containsOnly(file.toString());
        assertThat(collector.values("[host][name]")).doesNotContainNull();
        assertThat(collector.values("[event][original]").get(1)).isEqualTo("{\"m\":2}");
    }

    @Test
    void withoutEcsTheFieldsHaveTheirOldNames() throws Exception {
        Path file = write("a.log", "one\n");

        read("path => '" + folder + "/*' ecs_compatibility => disabled");

        assertThat(collector.values("path")).containsExactly(file.toString());
        assertThat(collector.values("host")).doesNotContainNull();
        assertThat(collector.values("log")).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "json_lines"})
    void aLineIsDecodedByItself(String codec) throws Exception {
        write("a.log", "{\"message\":\"one\"}\nbad\n{\"message\":\"two\"}");

        read("path => '" + folder + "/*' codec => " + codec);

        assertThat(collector.messages()).containsExactly("one", "bad", "two");
        assertThat(collector.values("tags").get(1)).isEqualTo(List.of("_jsonparsefailure"));
    }

    @Test
    void theDelimiterMayBeAnyTextAndALineLongerThanAnyBuffer() throws Exception {
        String big = "x".repeat(1_000_000);
        write("a.log", "one||" + big + "||three");

        read("path => '" + folder + "/a.log' delimiter => '||'");

        assertThat(collector.messages()).containsExactly("one", big, "three");
    }

    @ParameterizedTest
    @CsvSource({"*.log, a b", "*, a b c", "**/*.log, a b d", "sub/*.log, d", "[ab].log, a b", "'{a,c}.*', a c"})
    void wildcardsFindFiles(String pattern, String found) throws Exception {
        write("a.log", "a");
        write("b.log", "b");
        write("c.txt", "c");
        write("sub/d.log", "d");

        read("path => '" + folder + "/" + pattern + "'" + KEEP);

        assertThat(collector.messages()).containsExactlyInAnyOrder((Object[]) found.split(" "));
    }

    @Test
    void excludedFilesAreLeftOutAndTheOldestComesFirst() throws Exception {
        write("a.log", "new");
        Files.setLastModifiedTime(write("b.log", "old"), FileTime.fromMillis(1_000));
        write("c.log.gz", "packed");

        read("path => ['" + folder + "/*'] exclude => '*.gz'" + KEEP);

        assertThat(collector.messages()).containsExactly("old", "new");
    }

    @Test
    void aFileThatIsReadIsDeletedByDefault() throws Exception {
        Path file = write("a.log", "one\n");

        read("path => '" + folder + "/a.log'");

        assertThat(file).doesNotExist();
        assertThat(collector.flushes).hasPositiveValue();
    }

    @Test
    void aFileThatIsReadCanBeListed() throws Exception {
        Path file = write("a.log", "one\n");

        read("path => '" + folder + "/*.log' file_completed_action => log_and_delete file_completed_log_path => '"
                + folder + "/done.txt'");

        assertThat(file).doesNotExist();
        assertThat(folder.resolve("done.txt")).hasContent(file.toString());
    }

    @Test
    void theNextRunGoesOnWhereThisOneStopped() throws Exception {
        Path file = write("a.log", "one\n");
        String input = "path => '" + folder + "/*.log' sincedb_path => '" + folder + "/db/sincedb'" + KEEP;
        read(input);
        Files.writeString(file, "two\n", java.nio.file.StandardOpenOption.APPEND);
        Files.move(file, folder.resolve("renamed.log"));

        read(input);

        assertThat(collector.messages()).containsExactly("one", "two");
        assertThat(folder.resolve("db/sincedb"))
                .content()
                .matches("\\d+ \\d+ \\d+ 8 \\d+ " + folder.resolve("renamed.log") + "\n");
    }

    @Test
    void theDefaultSincedbIsInTheDataFolder() throws Exception {
        write("a.log", "one\n");
        String input = "path => '" + folder + "/*.log'" + KEEP;

        read(input);
        read(input);

        assertThat(collector.messages()).containsExactly("one");
        assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/sincedb-*");
    }

    @Test
    void aFileThatBecameShorterIsReadFromItsBeginning() throws Exception {
        Path file = write("a.log", "a long line\n");
        String input = "path => '" + folder + "/*.log'" + KEEP;
        read(input);
        Files.writeString(file, "new\n");

        read(input);

        assertThat(collector.messages()).containsExactly("a long line", "new");
    }

    @Test
    void aSincedbThatIsNoneIsNamed() throws Exception {
        Path sincedb = write("sincedb", "1 2\n");

        assertThatThrownBy(() -> read("path => '" + folder + "/*.log' sincedb_path => '" + sincedb + "'"))
                .isInstanceOf(IOException.class)
                .hasMessage("The sincedb " + sincedb
                        + " has a line that is none: '1 2'; delete that file to read all files from their beginning");
    }

    @Test
    void noFileAtAllIsAWarning() throws Exception {
        read("path => ['" + folder + "/no.log', '" + folder + "/no/*.log']");

        assertThat(collector.messages()).isEmpty();
        assertThat(warnings).containsExactly("No file matches " + folder + "/no.log, " + folder + "/no/*.log");
    }

    @Test
    void withoutExitAfterReadNewFilesAreFoundUntilItIsStopped() throws Exception {
        write("a.log", "one\n");
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> readUnchecked(plan("path => '" + folder + "/*.log' mode => read")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> collector.messages().equals(List.of("one")));

        write("b.log", "two\n");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> collector.messages().equals(List.of("one", "two")));
        stop.request();
        reading.join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path => '/x\0'",
                "path => '/x' sincedb_path => '\0'",
                "path => '/x' file_completed_log_path => '\0'"
            })
    void whatNoFileCanHaveAsItsPathIsRefused(String options) {
        assertThat(check(options + " mode => read").diagnostics())
                .extracting(Diagnostic::summary)
                .singleElement()
                .asString()
                .contains("path' must be a path that a file can have here, and not \"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "path => '/x'; 'mode' has to be read, for mode tail is not supported: write mode => read;",
                "path => '/x' mode => tail; to follow a file let Filebeat or rsyslog write to Kafka",
                "path => '/x*[a' mode => read; 'path' has wildcards that are not well formed: /x*[a: Missing ']",
                "path => '/x' mode => read exclude => '{a'; 'exclude' has wildcards that are not well formed: {a: Missing '}",
                "mode => read; input 'file' needs the option 'path'",
                "path => '/x' mode => read file_completed_action => log; needs file_completed_log_path",
                "path => '/x' mode => read delimiter => ''; 'delimiter' must not be empty",
                "path => '/x' mode => read ignore_older => 1; option 'ignore_older' of input 'file' is not supported",
                "path => '/x' mode => read codec => rubydebug; is for outputs only",
            })
    void whatMakesNoSenseIsRefused(String options, String message) {
        assertThat(check(options).diagnostics())
                .extracting(Diagnostic::summary)
                .anyMatch(summary -> summary.contains(message));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(String options) throws IOException {
        read(plan(options + " mode => read exit_after_read => true"));
    }

    private void read(LocalInput input) throws IOException {
        input.read(
                new Surroundings(InputStream.nullInputStream(), folder.resolve("data"), stop, warnings::add),
                collector);
    }

    private void readUnchecked(LocalInput input) {
        try {
            read(input);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static LocalInput plan(String options) {
        return (LocalInput)
                check(options).pipeline().orElseThrow().inputs().get(0).input();
    }

    private static PlanResult<Input, Output> check(String options) {
        return new PipelineLoader(Map.of(), true)
                .check(PipelineSource.of("test.conf", "input { file { " + options + " } } output { null { } }"));
    }

    private static final class Collector implements EventReceiver {
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final AtomicInteger flushes = new AtomicInteger();

        @Override
        public void accept(Event event) {
            events.add(event);
        }

        @Override
        public void flush() {
            flushes.incrementAndGet();
        }

        List<Object> messages() {
            return values("message");
        }

        List<Object> values(String field) {
            FieldReference reference = FieldReference.of(field);
            return events.stream().map(event -> event.get(reference)).collect(Collectors.toList());
        }
    }
}
