package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody takes from a file, adds to it or changes in it is named, exactly and no more. */
class FileVerificationTest {
    @TempDir
    Path folder;

    private TamperedFile tampered;

    @BeforeEach
    void file() {
        tampered = new TamperedFile(folder.resolve("out.log"));
    }

    @Test
    void findsAllOfAnUntouchedFile() throws IOException {
        Files.writeString(tampered.file(), "was there before\n");
        tampered.write();

        assertThat(tampered.problems()).isEmpty();
    }

    @Test
    void deletedLines() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            changed.remove(999);
            changed.subList(400, 500).clear();
            changed.remove(7);
            changed.remove(5);
            changed.remove(0);
        });

        assertThat(tampered.problems())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(IntStream.of(0, 5, 7, 999), IntStream.range(400, 500))
                                .mapToObj(i -> "MISSING " + i)
                                .toList());
    }

    @Test
    void manyDeletedLines() throws IOException {
        tampered.write(40_000);

        tampered.tamper(changed -> changed.subList(100, 39_000).clear());

        assertThat(tampered.problems()).hasSize(38_900).contains("MISSING 100", "MISSING 38999");
    }

    @Test
    void everySecondLineDeleted() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            for (int i = 498; i >= 300; i -= 2) {
                changed.remove(i);
            }
        });

        assertThat(tampered.problems())
                .containsExactlyElementsOf(IntStream.range(150, 250)
                        .mapToObj(i -> "MISSING " + 2 * i)
                        .toList());
    }

    @Test
    void changedLines() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            changed.set(0, "other\n");
            changed.set(500, tampered.lines().get(500).replace("line", "lane"));
            changed.set(999, "another\n");
        });

        assertThat(tampered.problems())
                .containsExactly(
                        "CHANGED 0 at 0",
                        "CHANGED 500 at "
                                + (tampered.position(500)
                                        - tampered.lines().get(0).length()
                                        + 6),
                        "CHANGED 999 at "
                                + (tampered.position(999)
                                        - tampered.lines().get(0).length()
                                        + 6));
    }

    @Test
    void foreignLines() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            changed.add("appended\n");
            changed.add(500, "inserted\n");
            changed.add(0, "first\n");
        });

        assertThat(tampered.problems())
                .containsExactly(
                        "FOREIGN 6 bytes at 0",
                        "FOREIGN 9 bytes at " + (tampered.position(500) + 6),
                        "FOREIGN 9 bytes at " + (tampered.position(TamperedFile.COUNT) + 15));
    }

    @Test
    void muchThatIsForeign() throws IOException {
        tampered.write();

        tampered.tamper(changed -> changed.addAll(
                500,
                IntStream.range(0, 3000).mapToObj(i -> "foreign " + i + "\n").toList()));

        assertThat(tampered.problems()).hasSize(3000).allMatch(problem -> problem.startsWith("FOREIGN"));
    }

    @Test
    void aFileThatWasCut() throws IOException {
        tampered.write();
        String text = Files.readString(tampered.file());

        Files.writeString(tampered.file(), text.substring(0, (int) tampered.position(998) + 3));

        assertThat(tampered.problems()).containsExactly("CHANGED 998 at " + tampered.position(998), "MISSING 999");
    }

    @Test
    void aFileThatIsGone() throws IOException {
        tampered.write("a", "b");
        Files.delete(tampered.file());

        assertThat(tampered.problems()).containsExactly("MISSING 0", "MISSING 1");
    }

    @Test
    void whatIsWrittenMeanwhileIsNotForeign() throws IOException {
        tampered.write("a", "b");
        FileIndex before = FileIndex.open(tampered.file());
        try (FileDestination destination = tampered.open()) {
            destination.write(List.of(batch(0, 2, "c")));
        }

        assertThat(tampered.problems(before)).isEmpty();
    }
}
