package io.kstash.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts the events that are added to a file from now on: its lines or, where the codec writes no newlines, its JSON objects
 * one after the other. For one thread.
 */
final class AddedEvents {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long position;
    private long lines;
    private long objects;
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** @param file may come into being later */
    AddedEvents(Path file) {
        this.file = file;
        this.position = size();
    }

    Path file() {
        return file;
    }

    /** How long the file is now, in bytes. */
    long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on, and returns how many events were added until now. */
    long count() {
        if (Files.exists(file)) {
            readOn();
        }
        return lines > 0 ? lines : objects;
    }

    private void readOn() {
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear(), position) > 0) {
                buffer.flip();
                position += buffer.remaining();
                while (buffer.hasRemaining()) {
                    scan(buffer.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void scan(byte character) {
        if (character == '\n') {
            lines++;
        }
        if (inString) {
            inString = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else if (character == '"') {
            inString = true;
        } else if (character == '{') {
            depth++;
        } else if (character == '}') {
            depth--;
            objects += depth == 0 ? 1 : 0;
        }
    }
}
