package io.kstash.delivery.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the files of a destination with their index. For one thread, once. */
final class FileVerification implements AutoCloseable {
    private final FileIndex index;
    private final Consumer<Finding> findings;
    private final Gaps gaps;
    private final FileWindows windows = new FileWindows();
    private final GenerationFiles files = new GenerationFiles(windows);
    private final Map<Long, Generation> generations;
    private final Map<Long, Optional<GenerationCheck>> checks = new HashMap<>();

    FileVerification(FileIndex index, Consumer<Finding> findings) throws IOException {
        this.index = index;
        this.findings = findings;
        this.gaps = new Gaps(findings);
        this.generations = index.generations();
    }

    void run() throws IOException {
        index.blocks(generations, this::check);
        for (Map.Entry<Long, Optional<GenerationCheck>> entry : checks.entrySet()) {
            if (entry.getValue().isPresent()) {
                entry.getValue().get().finish();
            }
        }
        gaps.explain(index);
    }

    private void check(IndexBlock block, Generation generation) throws IOException {
        List<IndexedLine> lines = new ArrayList<>(block.lines());
        BlockReader.read(block, generation.path(), lines::add);
        Optional<GenerationCheck> check = checks.get(block.generation());
        if (check == null) {
            check = begin(generation, lines);
            checks.put(block.generation(), check);
        }
        if (check.isPresent()) {
            check.get().check(lines);
        } else {
            lines.forEach(line -> gone(line, generation));
        }
    }

    private Optional<GenerationCheck> begin(Generation generation, List<IndexedLine> first) throws IOException {
        return files.find(generation, first)
                .map(file -> new GenerationCheck(
                        windows,
                        file,
                        generation.from(),
                        new GenerationCheck.Findings(
                                findings, gaps, position -> index.isForeign(generation, position))));
    }

    private void gone(IndexedLine line, Generation generation) {
        Finding.Kind kind = generation.current() ? Finding.Kind.MISSING : Finding.Kind.ROTATED;
        findings.accept(new Finding(kind, line, line.file(), line.position(), 0));
    }

    @Override
    public void close() throws IOException {
        windows.close();
    }
}
