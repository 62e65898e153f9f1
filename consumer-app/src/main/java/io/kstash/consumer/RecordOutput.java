package io.kstash.consumer;

import io.kstash.app.FailedException;
import io.kstash.app.StandardStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Standard output as records are printed to it: buffered until {@link #flush()}. Used by one thread. */
final class RecordOutput {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final PrintStream target;
    private final OutputStream buffered;
    private final RecordFormat format;

    RecordOutput(PrintStream target, RecordFormat format) {
        this.target = target;
        this.buffered = new BufferedOutputStream(target, BUFFER_BYTES);
        this.format = format;
    }

    /** Prints one record, which may not be visible yet. */
    void print(ConsumerRecord<byte[], byte[]> message) throws IOException {
        format.write(message, buffered);
    }

    /**
     * Makes visible what was printed.
     *
     * @return false if nobody reads any more: the other end of a pipe was closed
     * @throws FailedException if it could not be written for another reason, for example a full disk
     */
    boolean flush() throws IOException {
        buffered.flush();
        if (!target.checkError()) {
            return true;
        }
        if (StandardStream.OUT.isPipe()) {
            return false;
        }
        throw new FailedException("Standard output cannot be written: check that its disk has space. The records that"
                + " were lost are not committed: the group gets them again");
    }
}
