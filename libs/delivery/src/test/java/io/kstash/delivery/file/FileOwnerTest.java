package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.named;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose files are written: those of another owner are refused. */
class FileOwnerTest {
    private static final DeliverySource ANOTHER_SOURCE = new DeliverySource("cluster", "topic", "another-id", "group");

    @TempDir
    Path folder;

    private Path file;
    private Path journal;

    @BeforeEach
    void names() {
        file = folder.resolve("out.log");
        journal = folder.resolve("out.log.kstash-journal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cluster | topic | topic-id | other | FILE belongs to output output of group group (topic topic), not to output output of group other (topic topic), as the journal JOURNAL says. Choose another path; or, if that owner is gone, START
            cluster | other | topic-id | group | FILE belongs to output output of group group (topic topic), not to output output of group group (topic other), as the journal JOURNAL says. Choose another path; or, if that owner is gone, START
            """)
    void anotherSourceIsRefused(String cluster, String topic, String topicId, String group, String message)
            throws IOException {
        writeAndClose(0, "a");
        Files.writeString(file, "tail", StandardOpenOption.APPEND);
        FileDestination destination = FileDestination.single(file, "output");

        assertThatThrownBy(() -> destination.open(new DeliverySource(cluster, topic, topicId, group)))
                .isInstanceOf(UsageException.class)
                .hasMessage(message.replace("START", "move FILE away and delete JOURNAL")
                        .replace("FILE", file.toString())
                        .replace("JOURNAL", journal.toString()));
        assertThat(file).hasContent("a\ntail");
        destination.close();
    }

    @Test
    void whatComesFromATopicThatWasCreatedAgainIsAppended() throws IOException {
        // given
        writeAndClose(0, "a", "b");
        Files.writeString(file, "not acknowledged", StandardOpenOption.APPEND);
        FileDestination destination = FileDestination.single(file, "output");

        // when
        destination.open(ANOTHER_SOURCE);

        // then
        try (destination) {
            assertThat(destination.nextOffset(0, OptionalLong.of(99))).isEmpty();
            destination.write(List.of(batch(0, 0, "c")));
        }
        assertThat(file).hasContent("a\nb\nc");
    }

    @Test
    void aSourceThatComesBackGoesOnWhereItWas() throws IOException {
        // given
        writeAndClose(0, "a", "b");
        try (FileDestination another = FileDestination.single(file, "output")) {
            another.open(ANOTHER_SOURCE);
            another.write(List.of(batch(0, 0, "c", "d", "e")));
        }

        // when
        FileDestination back = single();

        // then
        try (back) {
            assertThat(back.nextOffset(0, OptionalLong.empty())).hasValue(2);
            back.write(List.of(batch(0, 2, "f")));
        }
        assertThat(file).hasContent("a\nb\nc\nd\ne\nf");
    }

    @Test
    void aProcessWhoseJournalWasHandedOverWritesNothing() throws IOException {
        // given
        FileDestination former = single();
        former.write(List.of(batch(0, 0, "a")));
        try (FileDestination another = FileDestination.single(file, "output")) {
            another.open(ANOTHER_SOURCE);
        }

        // when / then
        assertThatThrownBy(() -> former.write(List.of(batch(0, 1, "b"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("was replaced while this process used it");
        assertThat(file).hasContent("a");
        former.close();
    }

    @Test
    void anotherOutputIsRefused() {
        writeAndClose(0, "a");

        assertThatThrownBy(() -> open(FileDestination.single(file, "another")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("belongs to output output of group group (topic topic), not to output another");
    }

    @Test
    void aDamagedJournalIsRefused() throws IOException {
        writeAndClose(0, "a");
        Files.writeString(journal, "nonsense\n");

        assertThatThrownBy(this::single)
                .isInstanceOf(UsageException.class)
                .hasMessage("The journal " + journal + " is damaged in its first line. Restore it together with " + file
                        + "; or, to have all records delivered again that Kafka still holds, move " + file
                        + " away and delete " + journal);
    }

    /** One output's file is another's, in each combination of single and named files. */
    @ParameterizedTest
    @CsvSource({"single, named", "named, single", "named, above", "above, named"})
    void aFileOfAnotherOutputIsRefused(String first, String second) throws IOException {
        // given
        try (FileDestination destination = open(sharing(first, "one"))) {
            destination.write(List.of(new PartitionBatch(0, 1, List.of(named(0, pathIn(first), "1")))));
        }

        // when, then
        try (FileDestination destination = open(sharing(second, "two"))) {
            assertThatThrownBy(() -> destination.write(
                            List.of(new PartitionBatch(0, 1, List.of(named(0, pathIn(second), "2"))))))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith(
                            folder.resolve("below/out.log") + " is written by another output, as the journal ")
                    .hasMessageEndingWith(
                            ". Give each output files of its own; or, if that output is gone, move its files"
                                    + " away and delete that journal");
        }
        assertThat(folder.resolve("below/out.log")).hasContent("1\n");
    }

    private FileDestination sharing(String kind, String name) {
        return switch (kind) {
            case "single" -> FileDestination.single(folder.resolve("below/out.log"), name);
            case "named" -> FileDestination.below(folder.resolve("below"), name);
            default -> FileDestination.below(folder, name);
        };
    }

    private static String pathIn(String kind) {
        return kind.equals("above") ? "below/out.log" : "out.log";
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }

    private void writeAndClose(long from, String... lines) {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, from, lines)));
        }
    }
}
