package io.kstash.transformer.local;

import io.kstash.app.FailedException;
import io.kstash.app.StandardStream;
import io.kstash.app.StoppedException;
import io.kstash.event.Event;
import io.kstash.plugin.Encoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Prints events. When the reader at the other end of a pipe has gone, the run ends as if it had been stopped. */
final class StreamWriter implements EventWriter {
    private final Encoder encoder;
    private final PrintStream target;
    private final OutputStream buffered;

    StreamWriter(Encoder encoder, PrintStream target) {
        this.encoder = encoder;
        this.target = target;
        this.buffered = new BufferedOutputStream(target);
    }

    @Override
    public void write(Event event) throws IOException {
        buffered.write(encoder.encode(event));
    }

    @Override
    public void flush() throws IOException {
        buffered.flush();
        if (target.checkError()) {
            if (StandardStream.OUT.isPipe()) {
                throw new StoppedException();
            }
            throw new FailedException("Standard output cannot be written: check that its disk has space");
        }
    }

    /** Standard output itself stays open: it is the process's. */
    @Override
    public void close() throws IOException {
        buffered.flush();
    }
}
