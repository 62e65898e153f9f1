package io.kstash.producer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One record for each line, byte for byte; empty lines are skipped. A line goes to the one producer that asks next, so
 * nothing is sent twice, memory stays bounded, and a single producer keeps the order of the data. Thread-safe.
 */
final class JsonLines implements Payload {
    /** Maps each byte to one character and back, so that bytes which are not UTF-8 survive. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final BufferedReader lines;

    /** @param data read as it comes; never closed, because the process ends with it */
    JsonLines(InputStream data) {
        this.lines = new BufferedReader(new InputStreamReader(data, BYTES));
    }

    @Override
    public byte @Nullable [] next(EventFields fields) throws IOException {
        String line = lines.readLine();
        while (line != null && line.isBlank()) {
            line = lines.readLine();
        }
        return line == null ? null : line.getBytes(BYTES);
    }

    @Override
    public boolean hasMore() throws IOException {
        return lines.ready();
    }
}
