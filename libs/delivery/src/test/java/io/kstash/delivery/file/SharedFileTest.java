package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of a group write to the same file. */
class SharedFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void names() {
        file = folder.resolve("out.log");
    }

    @Test
    void processesOfAGroupShareTheFile() throws IOException {
        try (FileDestination one = single();
                FileDestination two = single()) {
            one.write(List.of(batch(0, 0, "a0")));
            two.write(List.of(batch(1, 0, "b0")));
            one.write(List.of(batch(0, 1, "a1")));

            assertThat(two.nextOffset(0, OptionalLong.empty())).hasValue(2);
        }
        assertThat(file).hasContent("a0\nb0\na1\n");
    }

    @Test
    void severalProcessesWriteAtTheSameTime() throws Exception {
        // given
        int records = 200;
        List<Process> processes = new ArrayList<>();

        // when
        for (int partition = 0; partition < 3; partition++) {
            processes.add(writeAPartition(partition, records));
        }

        // then
        for (Process process : processes) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3 * records);
        for (int partition = 0; partition < 3; partition++) {
            String prefix = partition + "-";
            assertThat(lines.stream().filter(line -> line.startsWith(prefix)))
                    .containsExactlyElementsOf(IntStream.range(0, records)
                            .mapToObj(number -> prefix + number)
                            .toList());
        }
    }

    private Process writeAPartition(int partition, int records) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteAPartition.class.getName(),
                        file.toString(),
                        String.valueOf(partition),
                        String.valueOf(records))
                .inheritIO()
                .start();
    }

    @Test
    void aProcessThatSleptWhileItsPartitionMovedOnWritesNothingTwice() throws IOException {
        try (FileDestination sleeper = single();
                FileDestination successor = single()) {
            sleeper.write(List.of(batch(0, 0, "a")));
            successor.write(List.of(batch(0, 1, "b", "c")));

            long written = sleeper.write(List.of(batch(0, 1, "b", "c", "d")));

            assertThat(written).isEqualTo(1);
            assertThat(sleeper.write(List.of(batch(0, 1, "b")))).isZero();
            assertThat(successor.nextOffset(0, OptionalLong.empty())).hasValue(4);
        }
        assertThat(file).hasContent("a\nb\nc\nd\n");
    }

    @Test
    void whatAnotherProcessLeftBehindIsCutBeforeTheNextWrite() throws IOException {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a")));
            Files.writeString(file, "killed before it was journalled\n", StandardOpenOption.APPEND);

            destination.write(List.of(batch(0, 1, "b")));
        }

        assertThat(file).hasContent("a\nb\n");
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }
}
