package io.kstash.delivery.stdout;

import io.kstash.app.FailedException;
import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.Destination;
import io.kstash.delivery.PartitionBatch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stream that keeps no position: it goes on at the group's committed offset, so that a record is written at least once.
 */
public final class StdoutDestination implements Destination {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final PrintStream target;
    private final BufferedOutputStream buffered;
    private String group = "";

    /** @param target flushed after each batch, never closed */
    public StdoutDestination(PrintStream target) {
        this.target = target;
        this.buffered = new BufferedOutputStream(target, BUFFER_BYTES);
    }

    @Override
    public void open(DeliverySource source) {
        group = source.group();
    }

    @Override
    public OptionalLong nextOffset(int partition, OptionalLong committed) {
        return committed;
    }

    @Override
    public long write(List<PartitionBatch> batches) {
        long written = 0;
        for (PartitionBatch batch : batches) {
            print(batch.records());
            written += batch.records().size();
        }
        if (target.checkError()) {
            throw new FailedException(
                    "Standard output cannot be written: nobody reads it any more, or its disk is full."
                            + " What was not written is not committed and comes again at the next start");
        }
        return written;
    }

    private void print(List<DeliveryRecord> records) {
        try {
            for (DeliveryRecord delivered : records) {
                buffered.write(delivered.value());
            }
            buffered.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A PrintStream throws none, it remembers.
        }
    }

    @Override
    public String howToStartAnew() {
        return "stop all processes of the group and reset its offsets (kafka-consumer-groups --reset-offsets --to-earliest"
                + " --group " + group + ")";
    }

    @Override
    public void close() {}
}
