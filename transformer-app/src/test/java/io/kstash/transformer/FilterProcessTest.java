package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FilterProcessTest {
    @TempDir
    Path folder;

    @Test
    void aLineIsAnsweredWhileStdinStaysOpenAndAStopEndsTheWait() throws Exception {
        Process process = start();
        OutputStream stdin = process.getOutputStream();
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));

        stdin.write("{\"a\":\"\u017c\"}\n".getBytes(StandardCharsets.UTF_8));
        stdin.flush();

        assertThat(answers.readLine()).isEqualTo("{\"a\":\"\u017c\",\"processed_by\":\"logstash\"}");
        process.toHandle().destroy(); // Process.destroy() would close standard input as well, and two ends would race.
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void itNeedsNoClassOfKafkaAndNoLogging() throws Exception {
        Path classes = folder.resolve("classes.log");
        Process process = start("-Xlog:class+load:file=" + classes);

        process.getOutputStream().close();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(classes))
                .contains("io.kstash.transformer.local.LineFilter")
                .doesNotContain(" org.apache.kafka.", " org.slf4j.", " ch.qos.logback.");
    }

    private Process start(String... jvmOptions) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow());
        builder.command().addAll(List.of(jvmOptions));
        builder.command()
                .addAll(List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        TransformerMain.class.getName(),
                        "filter",
                        "-f",
                        "../pipelines/multi-test.conf"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
