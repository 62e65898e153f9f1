package io.kstash.delivery;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Another destination, which may lose its room and find it again. */
final class FullNowAndThen implements Destination {
    private final Destination destination;
    volatile boolean full;

    FullNowAndThen(Destination destination) {
        this.destination = destination;
    }

    @Override
    public void open(DeliverySource source) {
        destination.open(source);
    }

    @Override
    public OptionalLong nextOffset(int partition, OptionalLong committed) {
        return destination.nextOffset(partition, committed);
    }

    @Override
    public long write(List<PartitionBatch> batches) {
        if (full) {
            throw new DestinationFullException("no room", new IOException());
        }
        return destination.write(batches);
    }

    @Override
    public String howToStartAnew() {
        return destination.howToStartAnew();
    }

    @Override
    public void close() {
        destination.close();
    }
}
