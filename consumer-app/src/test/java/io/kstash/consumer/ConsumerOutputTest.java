package io.kstash.consumer;

import static io.kstash.consumer.TestTopic.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the consumer prints, and to whom. */
@Timeout(30)
class ConsumerOutputTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();

    @RegisterExtension
    static final TestTopic topic = new TestTopic();

    @RegisterExtension
    final ConsumerRun consumer = new ConsumerRun(topic);

    @Test
    void printsRecordsWithoutValueAndWithBytesThatAreNotText() throws Exception {
        // given
        topic.create(1);
        topic.send(
                topic.record(utf8("k"), null),
                topic.record(null, new byte[] {(byte) 0xff}),
                topic.record(null, utf8("")));
        ConsumerRun second = new ConsumerRun(topic);

        // when
        consumer.run("--max", "3", "--format", "json");
        second.run("--from", "beginning", "--max", "3");

        // then
        assertThat(consumer.lines())
                .extracting(line -> line.replaceFirst(".*\"value\":", ""))
                .containsExactly("null}", "{\"base64\":\"/w==\"}}", "\"\"}");
        assertThat(second.printed()).isEqualTo("\n\uFFFD\n\n");
    }

    @Test
    void endsQuietlyWhenNobodyReadsItsOutput() throws Exception {
        // given: more than a pipe holds
        topic.create(1);
        ProducerRecord<byte[], byte[]> large = topic.record(null, utf8("x".repeat(200_000)));
        topic.send(large, large, large);
        String command = JAVA + " -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + ConsumerMain.class.getName() + " --bootstrap-server " + topic.bootstrapServers() + " --topic "
                + topic.name();

        // when
        Process shell = new ProcessBuilder("bash", "-c", command + " | head -n 1; exit ${PIPESTATUS[0]}")
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(shell.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isEqualTo(ExitCode.OK);
        assertThat(printed).isEqualTo("x".repeat(200_000) + "\n");
    }

    @Test
    void failsAndCommitsNothingWhenTheOutputCannotBeWritten() throws Exception {
        // given
        topic.createWithValues(1, 5);

        // when
        Process process = new ProcessBuilder(
                        JAVA,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsumerMain.class.getName(),
                        "--bootstrap-server",
                        topic.bootstrapServers(),
                        "--topic",
                        topic.name(),
                        "--group",
                        topic.name())
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String message = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.FAILED);
        assertThat(message).startsWith("consumer: Standard output cannot be written: check that its disk has space");
        assertThat(topic.committed(0)).isZero();
    }
}
