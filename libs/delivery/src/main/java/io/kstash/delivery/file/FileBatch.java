package io.kstash.delivery.file;

import io.kstash.delivery.DeliveryRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one write appends to one file, and what the index will say of it. */
final class FileBatch {
    private final List<byte[]> lines = new ArrayList<>();
    private final List<BlockPacker> blocks = new ArrayList<>();

    void add(DeliveryRecord delivered) {
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).isFull()) {
            blocks.add(new BlockPacker());
        }
        blocks.get(blocks.size() - 1).add(delivered.source(), delivered.value());
        lines.add(delivered.value());
    }

    /** In the order in which they were added. */
    List<byte[]> lines() {
        return lines;
    }

    /** The entries of the index, once it is known where the lines begin. */
    List<byte[]> indexEntries(long generation, long position) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        long start = position;
        for (BlockPacker block : blocks) {
            entries.add(JournalLine.encode(IndexEntry.of(block.block(generation, start))));
            start += block.bytes();
        }
        return entries;
    }
}
