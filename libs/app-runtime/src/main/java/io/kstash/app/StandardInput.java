package io.kstash.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The process's standard input, read as it comes. A stop ends it, also while a read waits; {@link System#in} would keep the
 * app until the next byte. For one reader at a time.
 */
public final class StandardInput extends InputStream {
    private final StopSignal stop;
    private @Nullable InputStream input;

    private StandardInput(StopSignal stop) {
        this.stop = stop;
    }

    /** Standard input until the stop is asked for. What is never read stays as it is. */
    public static StandardInput until(StopSignal stop) {
        return new StandardInput(stop);
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
            return opened().read(buffer, offset, length);
        } catch (IOException failed) {
            if (stop.isRequested()) {
                return -1;
            }
            throw failed;
        }
    }

    private InputStream opened() {
        InputStream opened = input;
        if (opened == null) {
            FileChannel channel = new FileInputStream(FileDescriptor.in).getChannel();
            stop.onRequest(() -> close(channel));
            opened = Channels.newInputStream(channel);
            input = opened;
        }
        return opened;
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
