package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.Command;

/** How an app ends as a process of its own. */
@Timeout(30)
class AppProcessTest {
    private Process process;
    private BufferedReader output;

    /** An app that works until it is stopped, and then finishes its work. */
    @Command(name = "patient")
    static final class PatientApp implements AppCommand {
        @Override
        public int run(AppContext app) throws InterruptedException {
            app.out().println("working");
            app.stop().await();
            app.out().println("finished: größer");
            return ExitCode.OK;
        }

        public static void main(String[] args) {
            System.exit(AppMain.run(new PatientApp(), args));
        }
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void sigtermIsACleanStop() throws Exception {
        start();

        process.toHandle().destroy(); // Process.destroy would close its output as well.

        assertFinished();
    }

    @Test
    void aChildEndsWithItsParentsPipe() throws Exception {
        start("-D" + ParentWatch.PROPERTY + "=true");

        process.getOutputStream().close();

        assertFinished();
    }

    @Test
    void othersDoNotMindTheEndOfTheirInput() throws Exception {
        start();

        process.getOutputStream().close();

        assertThat(process.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void start(String... jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PatientApp.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C"); // Where Java would print question marks.
        process = builder.start();
        output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("working");
    }

    private void assertFinished() throws Exception {
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(output.readLine()).isEqualTo("finished: größer");
        assertThat(process.exitValue()).isZero();
    }
}
