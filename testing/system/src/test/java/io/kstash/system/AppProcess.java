package io.kstash.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An app in a process of its own; closing kills it. */
final class AppProcess implements AutoCloseable {
    private final Process process;
    private final Path printed;

    private AppProcess(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /**
     * Starts an app.
     *
     * @param folder takes what it prints
     * @param environment beyond the test's own
     */
    static AppProcess start(String main, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        return new AppProcess(builder.start(), printed);
    }

    /** Standard output and error until now. */
    String printed() throws IOException {
        return Files.readString(printed);
    }

    /** As Ctrl-C and service managers do. */
    void terminate() {
        process.destroy();
    }

    void assertEndsWith(int exitCode, int seconds) throws IOException, InterruptedException {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        assertThat(ended).as("ends within %d s: %s", seconds, printed()).isTrue();
        assertThat(process.exitValue()).as(printed()).isEqualTo(exitCode);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
