package io.kstash.delivery.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A file that kstash has written, what somebody does to it, and what is found then. Lines are called by their offsets. */
final class TamperedFile {
    static final int COUNT = 1000;

    private static final Set<Finding.Kind> EXTRA = Set.of(Finding.Kind.DOUBLED, Finding.Kind.FOREIGN);

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    TamperedFile(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** What was written, with line ends. */
    List<String> lines() {
        return lines;
    }

    /** Where a line was written. */
    long position(int line) {
        return lines.subList(0, line).stream().mapToInt(String::length).sum();
    }

    FileDestination open() {
        return Lines.open(FileDestination.single(file, "output"));
    }

    void write() {
        write(COUNT);
    }

    void write(int count) {
        write(IntStream.range(0, count).mapToObj(i -> "line " + i).toArray(String[]::new));
    }

    void write(String... texts) {
        try (FileDestination destination = open()) {
            for (int from = 0; from < texts.length; from += 300) {
                String[] some = Arrays.copyOfRange(texts, from, Math.min(texts.length, from + 300));
                destination.write(List.of(Lines.batch(0, from, some)));
            }
        }
        for (String text : texts) {
            lines.add(text + "\n");
        }
    }

    /** Changes the lines of the file in place. */
    void tamper(Consumer<List<String>> change) {
        List<String> changed = new ArrayList<>(lines);
        change.accept(changed);
        try {
            Files.writeString(file, String.join("", changed), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> problems() {
        return problems(FileIndex.open(file));
    }

    /** All that is not found; each line is accounted for once. */
    List<String> problems(FileIndex index) {
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

    /** The same without places. */
    List<String> kinds() {
        return problems().stream()
                .map(problem -> problem.replaceAll(" at .*", ""))
                .toList();
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
