package io.kstash.producer;

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

class ProducerUsageTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate nonsense          | 'nonsense' is not a rate. Give a whole number",
                "--producers 0            | producer: --producers 0: give at least 1",
                "--count -1               | producer: --count -1: give at least 1, or 0 for records without end",
                "--partitions 0           | producer: --partitions 0: give at least 1",
                "--count ten              | 'ten' is not a long",
                "--key {order}            | producer: --key {order}: unknown placeholder {order}; known: {run}, {prod",
                "--payload /none/such     | producer: --payload /none/such: there is no such file",
                "--colour                 | Unknown option: '--colour'"
            })
    void refusesWrongUsage(String args, String message) {
        // when
        int exitCode = execute(new ProducerCommand(), args.split(" "));

        // then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains(message).doesNotContain("\tat ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysThatKafkaIsNotThere() {
        // given
        ProducerCommand impatient = new ProducerCommand(new KafkaReachability(Duration.ofMillis(300)));

        // when
        int exitCode = execute(impatient, "--bootstrap-server", "localhost:1");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.KAFKA_UNAVAILABLE);
        assertThat(text(err)).startsWith("producer: Kafka at localhost:1 did not answer within ");
    }

    @Test
    void helpExplainsThePlaceholders() {
        // when
        int exitCode = execute(new ProducerCommand(), "--help");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        for (Template.Placeholder placeholder : Template.Placeholder.values()) {
            assertThat(text(out)).contains("{" + placeholder.token() + "}  ");
        }
    }

    private int execute(ProducerCommand command, String... args) {
        return new AppMain(Map.of(), stream(out), stream(err)).execute(command, args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
