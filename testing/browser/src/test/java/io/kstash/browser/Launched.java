package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.testing.brokers.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** An app that one of the launchers in {@code scripts} runs; closing stops it as Ctrl-C does. */
final class Launched implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final Process process;
    private final Path printed;

    private Launched(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** @param folder takes what it prints and writes */
    static Launched start(Path folder, String app, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Repository.root().resolve("scripts").resolve(app).toString()));
        command.addAll(List.of(arguments));
        Path printed = Files.createTempFile(folder, app, ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        // As the child of up: what is built is used as it is, and it ends with this process.
        builder.environment().put("KSTASH_CHILD", "true");
        builder.environment().put("KSTASH_DATA", folder.toString());
        return new Launched(builder.start(), printed);
    }

    /** Waits until it prints something, and answers what matches the first group. */
    String await(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> {
                            assertThat(process.isAlive()).as(printed()).isTrue();
                            Matcher matcher = pattern.matcher(printed());
                            return matcher.find() ? matcher.group(1) : "";
                        },
                        found -> !found.isEmpty());
    }

    private String printed() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
