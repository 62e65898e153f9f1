package io.kstash.delivery.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Packs what an index says of lines: length and source as differences to the line before, in numbers of variable length
 * (seven bits a byte, the lowest first), and the CRC32C in four bytes. It leaves no garbage for a line. For one thread.
 */
final class BlockPacker {
    /** A block is read in one piece. */
    private static final int MAX_LINES = 16_384;

    private static final int LONGEST_LINE = 40;

    private final CRC32C crc = new CRC32C();
    private final SourceHeader header = new SourceHeader();
    private final List<byte[]> sources = new ArrayList<>();
    private byte[] packed = new byte[1024];
    private int size;
    private int lines;
    private long bytes;
    private int lastLength;
    private int lastSource = -1;
    private long lastOffset;
    private int lastIndex;

    boolean isFull() {
        return lines == MAX_LINES;
    }

    /** The length of all lines in the file. */
    long bytes() {
        return bytes;
    }

    /** @param source what the record's header says, if it has it; what is not one of ours counts as none */
    void add(byte @Nullable [] source, byte[] line) {
        if (size + LONGEST_LINE > packed.length) {
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        long length = zigzag(line.length - (long) lastLength) << IndexBlock.TAG_BITS;
        if (source != null && header.read(source)) {
            putWithSource(length);
        } else {
            put(length | IndexBlock.NO_SOURCE);
        }
        putChecksum(line);
        lastLength = line.length;
        bytes += line.length;
        lines++;
    }

    private void putWithSource(long length) {
        int source = number();
        boolean same = source == lastSource;
        if (same && header.offset() == lastOffset + 1 && header.index() == 0) {
            put(length | IndexBlock.NEXT_RECORD);
        } else if (same && header.offset() == lastOffset && header.index() == lastIndex + 1) {
            put(length | IndexBlock.NEXT_EVENT);
        } else {
            put(length | IndexBlock.ANY);
            put(source);
            put(zigzag(header.offset() - lastOffset));
            put(header.index());
        }
        lastSource = source;
        lastOffset = header.offset();
        lastIndex = header.index();
    }

    private int number() {
        if (lastSource >= 0 && header.hasPartition(sources.get(lastSource))) {
            return lastSource;
        }
        for (int number = 0; number < sources.size(); number++) {
            if (header.hasPartition(sources.get(number))) {
                return number;
            }
        }
        sources.add(header.partition());
        return sources.size() - 1;
    }

    private void put(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            packed[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        packed[size++] = (byte) rest;
    }

    private void putChecksum(byte[] line) {
        crc.reset();
        crc.update(line, 0, line.length);
        int value = (int) crc.getValue();
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            packed[size++] = (byte) (value >>> shift);
        }
    }

    /** Small numbers for small differences, also for those below zero. */
    private static long zigzag(long difference) {
        return (difference << 1) ^ (difference >> 63);
    }

    /** All that was added. */
    IndexBlock block(long generation, long position) {
        List<String> names = sources.stream()
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .toList();
        return new IndexBlock(generation, position, lines, names, Arrays.copyOf(packed, size));
    }
}
