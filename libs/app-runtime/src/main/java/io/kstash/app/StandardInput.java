package io.kstash.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * The process's standard input, read as it comes. A stop ends it, also while a read waits; {@link System#in} would keep the
 * app until the next byte. For one reader at a time.
 */
public final class StandardInput extends InputStream {
    private final InputStream input;
    private final StopSignal stop;

    private StandardInput(InputStream input, StopSignal stop) {
        this.input = input;
        this.stop = stop;
    }

    /** Standard input until the stop is asked for. */
    public static StandardInput until(StopSignal stop) {
        FileChannel channel = new FileInputStream(FileDescriptor.in).getChannel();
        stop.onRequest(() -> close(channel));
        return new StandardInput(Channels.newInputStream(channel), stop);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (stop.isRequested()) {
            return -1;
        }
        try {
            return input.read(buffer, offset, length);
        } catch (IOException failed) {
            if (stop.isRequested()) {
                return -1;
            }
            throw failed;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
