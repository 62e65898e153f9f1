package io.kstash.delivery.file;

import io.kstash.ledger.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives the lines of a block: the reverse of {@link BlockPacker}. For one thread. */
final class BlockReader {
    private final IndexBlock block;
    private final Path file;
    private final List<Source> sources;
    private int at;
    private long position;
    private int length;
    private int source;
    private long offset;
    private int index;

    private BlockReader(IndexBlock block, Path file) {
        this.block = block;
        this.file = file;
        this.position = block.position();
        this.sources = block.sources().stream().map(BlockReader::partition).toList();
    }

    /** @param file that the block is of */
    static void read(IndexBlock block, Path file, Consumer<IndexedLine> lines) {
        BlockReader reader = new BlockReader(block, file);
        for (int i = 0; i < block.lines(); i++) {
            lines.accept(reader.next());
        }
    }

    private IndexedLine next() {
        long first = number();
        length += (int) difference(first >>> IndexBlock.TAG_BITS);
        Source lineSource = source((int) first & ((1 << IndexBlock.TAG_BITS) - 1));
        IndexedLine line = new IndexedLine(lineSource, file, position, length, checksum());
        position += length;
        return line;
    }

    private @Nullable Source source(int tag) {
        switch (tag) {
            case IndexBlock.NO_SOURCE -> {
                return null;
            }
            case IndexBlock.NEXT_RECORD -> {
                offset++;
                index = 0;
            }
            case IndexBlock.NEXT_EVENT -> index++;
            default -> {
                source = (int) number();
                offset += difference(number());
                index = (int) number();
            }
        }
        Source partition = sources.get(source);
        return new Source(partition.topic(), partition.partition(), offset, index);
    }

    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = block.packed()[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private static long difference(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private int checksum() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (block.packed()[at++] & 0xff) << shift;
        }
        return value;
    }

    private static Source partition(String topicAndPartition) {
        int slash = topicAndPartition.lastIndexOf('/');
        return new Source(
                topicAndPartition.substring(0, slash), Integer.parseInt(topicAndPartition.substring(slash + 1)), 0, 0);
    }
}
