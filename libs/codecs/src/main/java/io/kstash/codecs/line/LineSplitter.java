package io.kstash.codecs.line;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream of bytes at a delimiter, and keeps what follows the last one until more comes. Not thread-safe. */
public final class LineSplitter {
    private final byte[] delimiter;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

    /** @param delimiter at least one byte */
    public LineSplitter(byte[] delimiter) {
        this.delimiter = delimiter;
    }

    /** Takes bytes and gives each line that they complete, without its delimiter. */
    public void split(byte[] bytes, Consumer<byte[]> lines) {
        byte[] all = withRest(bytes);
        int start = 0;
        for (int end = indexOfDelimiter(all, 0); end >= 0; end = indexOfDelimiter(all, start)) {
            lines.accept(Arrays.copyOfRange(all, start, end));
            start = end + delimiter.length;
        }
        rest.write(all, start, all.length - start);
    }

    /** Takes out what follows the last delimiter; empty if there is nothing. */
    public byte[] takeRest() {
        byte[] taken = rest.toByteArray();
        rest.reset();
        return taken;
    }

    /** How many bytes follow the last delimiter. */
    public int restLength() {
        return rest.size();
    }

    private byte[] withRest(byte[] bytes) {
        if (rest.size() == 0) {
            return bytes;
        }
        rest.writeBytes(bytes);
        byte[] all = rest.toByteArray();
        rest.reset();
        return all;
    }

    private int indexOfDelimiter(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - delimiter.length; i++) {
            if (bytes[i] == delimiter[0]
                    && Arrays.equals(bytes, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }
}
