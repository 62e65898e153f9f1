package io.kstash.transformer.trace;

import io.kstash.delivery.file.FileIndex;
import io.kstash.delivery.file.IndexedLine;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Source;
import io.kstash.transformer.streams.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Finds the line of an event in a file of this machine, by the index beside the file. */
final class WrittenLines {
    private WrittenLines() {}

    /** The line as it was written; empty if it is not written yet, or on another machine. */
    static Optional<IndexedLine> find(LedgerOutput file, Origin record, int index) {
        Source wanted = record.source(index);
        AtomicReference<@Nullable IndexedLine> found = new AtomicReference<>();
        indexOf(file).lines(line -> {
            if (wanted.equals(line.source())) {
                found.set(line);
            }
        });
        return Optional.ofNullable(found.get());
    }

    /** Whether the bytes are where they were written. */
    static boolean isInPlace(IndexedLine line) {
        ByteBuffer bytes = ByteBuffer.allocate(line.length());
        try (FileChannel channel = FileChannel.open(line.file())) {
            while (bytes.hasRemaining() && channel.read(bytes, line.position() + bytes.position()) >= 0) {}
        } catch (IOException unreadable) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.flip());
        return bytes.limit() == line.length() && (int) checksum.getValue() == line.crc32c();
    }

    private static FileIndex indexOf(LedgerOutput file) {
        int firstPlace = file.name().indexOf("%{");
        return firstPlace < 0
                ? FileIndex.open(Path.of(file.name()))
                : FileIndex.open(
                        Path.of(file.name().substring(0, file.name().lastIndexOf('/', firstPlace))), file.id());
    }
}
