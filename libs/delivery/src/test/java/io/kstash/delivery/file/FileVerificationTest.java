package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to a file is named, exactly and no more. */
class FileVerificationTest {
    private static final int COUNT = 1000;
    private static final Set<Finding.Kind> EXTRA = Set.of(Finding.Kind.DOUBLED, Finding.Kind.FOREIGN);

    @TempDir
    Path folder;

    private Path file;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void names() {
        file = folder.resolve("out.log");
    }

    @Test
    void findsAllOfAnUntouchedFile() throws IOException {
        Files.writeString(file, "was there before\n");
        write();

        assertThat(problems()).isEmpty();
    }

    @Test
    void deletedLines() throws IOException {
        write();

        tamper(changed -> {
            changed.remove(999);
            changed.subList(400, 500).clear();
            changed.remove(7);
            changed.remove(5);
            changed.remove(0);
        });

        assertThat(problems())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(IntStream.of(0, 5, 7, 999), IntStream.range(400, 500))
                                .mapToObj(i -> "MISSING " + i)
                                .toList());
    }

    @Test
    void manyDeletedLines() throws IOException {
        write(40_000);

        tamper(changed -> changed.subList(100, 39_000).clear());

        assertThat(problems()).hasSize(38_900).contains("MISSING 100", "MISSING 38999");
    }

    @Test
    void everySecondLineDeleted() throws IOException {
        write();

        tamper(changed -> {
            for (int i = 498; i >= 300; i -= 2) {
                changed.remove(i);
            }
        });

        assertThat(problems())
                .containsExactlyElementsOf(IntStream.range(150, 250)
                        .mapToObj(i -> "MISSING " + 2 * i)
                        .toList());
    }

    @Test
    void doubledLines() throws IOException {
        write();

        tamper(changed -> {
            changed.add(lines.get(0)); // At the end.
            changed.add(500, lines.get(499));
            changed.add(0, lines.get(0));
        });

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "DOUBLED 0 at " + lines.get(0).length(),
                        "DOUBLED 499 at " + (position(500) + lines.get(0).length()),
                        "DOUBLED 0 at "
                                + (position(COUNT)
                                        + lines.get(0).length()
                                        + lines.get(499).length()));
    }

    @Test
    void swappedLines() throws IOException {
        write();

        tamper(changed -> {
            Collections.swap(changed, 0, 1);
            Collections.swap(changed, 300, 302);
            Collections.swap(changed, 400, 450);
            Collections.swap(changed, 998, 999);
        });

        assertThat(kinds())
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
    void changedLines() throws IOException {
        write();

        tamper(changed -> {
            changed.set(0, "other\n");
            changed.set(500, lines.get(500).replace("line", "lane"));
            changed.set(999, "another\n");
        });

        assertThat(problems())
                .containsExactly(
                        "CHANGED 0 at 0",
                        "CHANGED 500 at " + (position(500) - lines.get(0).length() + 6),
                        "CHANGED 999 at " + (position(999) - lines.get(0).length() + 6));
    }

    @Test
    void foreignLines() throws IOException {
        write();

        tamper(changed -> {
            changed.add("appended\n");
            changed.add(500, "inserted\n");
            changed.add(0, "first\n");
        });

        assertThat(problems())
                .containsExactly(
                        "FOREIGN 6 bytes at 0",
                        "FOREIGN 9 bytes at " + (position(500) + 6),
                        "FOREIGN 9 bytes at " + (position(COUNT) + 15));
    }

    @Test
    void muchThatIsForeign() throws IOException {
        write();

        tamper(changed -> changed.addAll(
                500,
                IntStream.range(0, 3000).mapToObj(i -> "foreign " + i + "\n").toList()));

        assertThat(problems()).hasSize(3000).allMatch(problem -> problem.startsWith("FOREIGN"));
    }

    @Test
    void equalLines() throws IOException {
        // given
        String[] equal = new String[COUNT];
        Arrays.fill(equal, "the same");
        equal[500] = "not the same";
        write(equal);

        // when
        tamper(changed -> {
            changed.remove(800);
            changed.remove(500);
            changed.remove(20);
        });

        // then
        assertThat(kinds()).hasSize(3).contains("MISSING 500").allMatch(problem -> problem.startsWith("MISSING"));
    }

    @Test
    void moreEqualLines() throws IOException {
        String[] equal = new String[COUNT];
        Arrays.fill(equal, "the same");
        write(equal);

        tamper(changed -> changed.addAll(List.of("the same\n", "the same\n")));

        assertThat(kinds()).containsExactly("DOUBLED 0", "DOUBLED 0");
    }

    @Test
    void allAtOnce() throws IOException {
        write();

        tamper(changed -> {
            changed.add(900, lines.get(10));
            Collections.swap(changed, 700, 701);
            changed.set(600, "changed\n");
            changed.remove(500);
            changed.add(100, "foreign\n");
        });

        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "DOUBLED 10", "MOVED 700", "MOVED 701", "CHANGED 600", "MISSING 500", "FOREIGN 8 bytes");
    }

    /** As codecs without line ends and with several of them write it. */
    @Test
    void recordsWithAnyBytes() throws IOException {
        // given
        List<DeliveryRecord> records = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(i < 50 ? "{\n  \"n\": " + i + "\n}\n" : "<" + i + ">");
            records.add(Lines.record(i, "in/0/" + i + "/0", lines.get(i)));
        }
        try (FileDestination destination = single()) {
            destination.write(List.of(new PartitionBatch(0, 100, records)));
        }

        // when
        tamper(changed -> {
            changed.add(80, "inserted");
            changed.remove(70);
            changed.remove(20);
        });

        // then
        assertThat(kinds()).containsExactly("MISSING 20", "MISSING 70", "FOREIGN 8 bytes");
    }

    @Test
    void aFileThatWasCut() throws IOException {
        write();
        String text = Files.readString(file);

        Files.writeString(file, text.substring(0, (int) position(998) + 3));

        assertThat(problems()).containsExactly("CHANGED 998 at " + position(998), "MISSING 999");
    }

    @Test
    void aFileThatIsGone() throws IOException {
        write("a", "b");
        Files.delete(file);

        assertThat(problems()).containsExactly("MISSING 0", "MISSING 1");
    }

    @Test
    void whatIsWrittenMeanwhileIsNotForeign() throws IOException {
        write("a", "b");
        FileIndex before = FileIndex.open(file);
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 2, "c")));
        }

        assertThat(problems(before)).isEmpty();
    }

    private void write() throws IOException {
        write(COUNT);
    }

    private void write(int count) {
        write(IntStream.range(0, count).mapToObj(i -> "line " + i).toArray(String[]::new));
    }

    private void write(String... texts) {
        try (FileDestination destination = single()) {
            for (int from = 0; from < texts.length; from += 300) {
                String[] some = Arrays.copyOfRange(texts, from, Math.min(texts.length, from + 300));
                destination.write(List.of(batch(0, from, some)));
            }
        }
        for (String text : texts) {
            lines.add(text + "\n");
        }
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }

    private long position(int line) {
        return lines.subList(0, line).stream().mapToInt(String::length).sum();
    }

    private void tamper(Consumer<List<String>> change) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        change.accept(changed);
        Files.writeString(file, String.join("", changed), StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private List<String> problems() {
        return problems(FileIndex.open(file));
    }

    private List<String> problems(FileIndex index) {
        List<String> problems = new ArrayList<>();
        List<Long> accounted = new ArrayList<>();
        index.verify(finding -> {
            if (!EXTRA.contains(finding.kind())) {
                accounted.add(finding.line().source().offset());
            }
            if (finding.kind() != Finding.Kind.FOUND) {
                problems.add(describe(finding));
            }
        });
        assertThat(accounted.stream().sorted().toList())
                .isEqualTo(
                        IntStream.range(0, lines.size()).mapToObj(Long::valueOf).toList());
        return problems;
    }

    private List<String> kinds() {
        return problems().stream()
                .map(problem -> problem.replaceAll(" at .*", ""))
                .collect(Collectors.toList());
    }

    private static String describe(Finding finding) {
        return switch (finding.kind()) {
            case MISSING, ROTATED ->
                finding.kind() + " " + finding.line().source().offset();
            case FOREIGN -> "FOREIGN " + finding.length() + " bytes at " + finding.position();
            default -> finding.kind() + " " + finding.line().source().offset() + " at " + finding.position();
        };
    }
}
