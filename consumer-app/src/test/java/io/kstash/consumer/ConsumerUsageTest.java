package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaReachability;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerUsageTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from yesterday   | 'yesterday' is not a place to start from. Give beginning, end, an offset",
                "--max 0            | consumer: --max 0: give at least 1",
                "--max all          | 'all' is not a long",
                "--format xml       | '--format': expected one of [VALUE, JSON, PRETTY] (case-insensitive) but was 'xml'",
                "--partition 1      | Unknown options: '--partition', '1'"
            })
    void refusesWrongUsage(String args, String message) {
        // when
        int exitCode = execute(new ConsumerCommand(), args.split(" "));

        // then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains(message).doesNotContain("\tat ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysThatKafkaIsNotThere() {
        // given
        ConsumerCommand impatient = new ConsumerCommand(new KafkaReachability(Duration.ofMillis(300)));

        // when
        int exitCode = execute(impatient, "--bootstrap-server", "localhost:1", "--from", "-10m");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.KAFKA_UNAVAILABLE);
        assertThat(text(err)).startsWith("consumer: Kafka at localhost:1 did not answer within ");
    }

    private int execute(ConsumerCommand command, String... args) {
        return new AppMain(Map.of(), stream(out), stream(err)).execute(command, args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
