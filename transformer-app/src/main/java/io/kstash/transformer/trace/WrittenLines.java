package io.kstash.transformer.trace;

import io.kstash.delivery.file.FileIndex;
import io.kstash.delivery.file.IndexedLine;
import io.kstash.delivery.file.LineSource;
import io.kstash.ledger.LedgerOutput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds the line of an event in a file of this machine, by the index beside the file. */
final class WrittenLines {
    private WrittenLines() {}

    /** The line as it was written; empty if it is not written yet, or on another machine. */
    static Optional<IndexedLine> find(LedgerOutput file, RecordCoordinates record, int index) {
        LineSource wanted = new LineSource(record.topic(), record.partition(), record.offset(), index);
        AtomicReference<@Nullable IndexedLine> found = new AtomicReference<>();
        indexOf(file).lines(line -> {
            if (wanted.equals(line.source())) {
                found.set(line);
            }
        });
        return Optional.ofNullable(found.get());
    }

    private static FileIndex indexOf(LedgerOutput file) {
        int firstPlace = file.name().indexOf("%{");
        return firstPlace < 0
                ? FileIndex.open(Path.of(file.name()))
                : FileIndex.open(
                        Path.of(file.name().substring(0, file.name().lastIndexOf('/', firstPlace))), file.id());
    }
}
