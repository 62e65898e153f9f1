package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.transformer.TransformerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code transformer run} in a process of its own; closing kills it. */
final class TransformerProcess implements AutoCloseable {
    private static final int END_SECONDS = 40;

    private final Process process;
    private final Path printed;

    private TransformerProcess(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /**
     * Starts it; what it prints replaces what a former one on the same data folder printed.
     *
     * @param options further ones
     */
    static TransformerProcess start(Path pipeline, String bootstrapServers, Path data, String... options)
            throws IOException {
        Path printed = data.resolveSibling(data.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TransformerMain.class.getName(),
                "run",
                "-f",
                pipeline.toString(),
                "--bootstrap-server",
                bootstrapServers,
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new TransformerProcess(process, printed);
    }

    /** Standard output and error until now. */
    String printed() throws IOException {
        return Files.readString(printed);
    }

    /**
     * Asks it to end, as a service manager does, and waits until it has, with exit code 0.
     *
     * @return how long that took
     */
    Duration stop() throws IOException, InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).as(printed()).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(process.exitValue()).as(printed()).isZero();
        return took;
    }

    /** {@code kill -9}. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
    }
}
