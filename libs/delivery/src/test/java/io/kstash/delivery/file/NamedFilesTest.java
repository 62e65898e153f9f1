package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.named;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records name the files that they go to. */
class NamedFilesTest {
    @TempDir
    Path folder;

    @Test
    void recordsNameTheirFiles() throws IOException {
        // given
        Path root = folder.resolve("by/type");

        // when
        try (FileDestination destination = open(FileDestination.below(root, "file:3"))) {
            destination.write(List.of(new PartitionBatch(
                    0,
                    4,
                    List.of(
                            named(0, "a/x.log", "1"),
                            named(1, root.resolve("b.log").toString(), "2"),
                            named(2, "a/x.log", "3"),
                            named(3, "c/../b.log", "4")))));
        }

        // then
        assertThat(root.resolve("a/x.log")).hasContent("1\n3\n");
        assertThat(root.resolve("b.log")).hasContent("2\n4\n");
        assertThat(root.resolve(".kstash-file_3.journal")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.log",
                "a/../../outside.log",
                "ABSOLUTE/outside.log",
                "",
                ".",
                "nul\0.log",
                ".kstash-output.journal",
                "some.log.kstash-journal",
                "some.log.kstash-lock",
                "folder",
                "file.log/below.log",
                "LONG",
                "DEEP"
            })
    void aPathThatCannotBeUsedGoesToTheFailures(String path) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectory(root.resolve("folder"));
        Files.createFile(root.resolve("file.log"));
        String used = path.replace("ABSOLUTE", folder.toString())
                .replace("LONG", "x".repeat(256))
                .replace("DEEP", "x/".repeat(2048) + "x");

        try (FileDestination destination = open(FileDestination.below(root, "output"))) {
            destination.write(List.of(new PartitionBatch(0, 1, List.of(named(0, used, "1")))));
        }

        assertThat(root.resolve("_filepath_failures")).hasContent("1\n");
        assertThat(folder.resolve("outside.log")).doesNotExist();
    }

    @Test
    void aPathBelowAFileOfTheSameBatchGoesToTheFailures() throws IOException {
        try (FileDestination destination = open(FileDestination.below(folder, "output"))) {
            destination.write(List.of(new PartitionBatch(0, 2, List.of(named(0, "a", "1"), named(1, "a/b", "2")))));
        }

        assertThat(folder.resolve("a")).hasContent("1\n");
        assertThat(folder.resolve("_filepath_failures")).hasContent("2\n");
    }

    @Test
    void aShorterFileAmongManyIsRefusedBeforeAnyIsCut() throws IOException {
        // given
        try (FileDestination destination = open(FileDestination.below(folder, "output"))) {
            destination.write(List.of(new PartitionBatch(0, 2, List.of(named(0, "a", "1"), named(1, "b", "2")))));
        }
        Files.writeString(folder.resolve("b"), "", StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(folder.resolve("a"), "tail", StandardOpenOption.APPEND);

        // when, then
        assertThatThrownBy(() -> open(FileDestination.below(folder, "output")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("b") + " has 0 bytes, but 2 were written")
                .hasMessageEndingWith("delete its files in " + folder + " and the journal");
        assertThat(folder.resolve("a")).hasContent("1\ntail");
    }
}
