package io.kstash.delivery.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that are there, but not where they were, or more than once, are named, exactly and no more. */
class DisplacedLinesTest {
    @TempDir
    Path folder;

    private TamperedFile tampered;

    @BeforeEach
    void file() {
        tampered = new TamperedFile(folder.resolve("out.log"));
    }

    @Test
    void doubledLines() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            changed.add(tampered.lines().get(0)); // At the end.
            changed.add(500, tampered.lines().get(499));
            changed.add(0, tampered.lines().get(0));
        });

        assertThat(tampered.problems())
                .containsExactlyInAnyOrder(
                        "DOUBLED 0 at " + tampered.lines().get(0).length(),
                        "DOUBLED 499 at "
                                + (tampered.position(500)
                                        + tampered.lines().get(0).length()),
                        "DOUBLED 0 at "
                                + (tampered.position(TamperedFile.COUNT)
                                        + tampered.lines().get(0).length()
                                        + tampered.lines().get(499).length()));
    }

    @Test
    void swappedLines() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            Collections.swap(changed, 0, 1);
            Collections.swap(changed, 300, 302);
            Collections.swap(changed, 400, 450);
            Collections.swap(changed, 998, 999);
        });

        assertThat(tampered.kinds())
                .containsExactlyInAnyOrder(
                        "MOVED 0",
                        "MOVED 1",
                        "MOVED 300",
                        "MOVED 302",
                        "MOVED 400",
                        "MOVED 450",
                        "MOVED 998",
                        "MOVED 999");
    }

    @Test
    void equalLines() throws IOException {
        // given
        String[] equal = new String[TamperedFile.COUNT];
        Arrays.fill(equal, "the same");
        equal[500] = "not the same";
        tampered.write(equal);

        // when
        tampered.tamper(changed -> {
            changed.remove(800);
            changed.remove(500);
            changed.remove(20);
        });

        // then
        assertThat(tampered.kinds())
                .hasSize(3)
                .contains("MISSING 500")
                .allMatch(problem -> problem.startsWith("MISSING"));
    }

    @Test
    void moreEqualLines() throws IOException {
        String[] equal = new String[TamperedFile.COUNT];
        Arrays.fill(equal, "the same");
        tampered.write(equal);

        tampered.tamper(changed -> changed.addAll(List.of("the same\n", "the same\n")));

        assertThat(tampered.kinds()).containsExactly("DOUBLED 0", "DOUBLED 0");
    }

    @Test
    void allAtOnce() throws IOException {
        tampered.write();

        tampered.tamper(changed -> {
            changed.add(900, tampered.lines().get(10));
            Collections.swap(changed, 700, 701);
            changed.set(600, "changed\n");
            changed.remove(500);
            changed.add(100, "foreign\n");
        });

        assertThat(tampered.kinds())
                .containsExactlyInAnyOrder(
                        "DOUBLED 10", "MOVED 700", "MOVED 701", "CHANGED 600", "MISSING 500", "FOREIGN 8 bytes");
    }

    /** As codecs without line ends and with several of them write it. */
    @Test
    void recordsWithAnyBytes() throws IOException {
        // given
        List<DeliveryRecord> records = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tampered.lines().add(i < 50 ? "{\n  \"n\": " + i + "\n}\n" : "<" + i + ">");
            records.add(Lines.record(i, "in/0/" + i + "/0", tampered.lines().get(i)));
        }
        try (FileDestination destination = tampered.open()) {
            destination.write(List.of(new PartitionBatch(0, 100, records)));
        }

        // when
        tampered.tamper(changed -> {
            changed.add(80, "inserted");
            changed.remove(70);
            changed.remove(20);
        });

        // then
        assertThat(tampered.kinds()).containsExactly("MISSING 20", "MISSING 70", "FOREIGN 8 bytes");
    }
}
