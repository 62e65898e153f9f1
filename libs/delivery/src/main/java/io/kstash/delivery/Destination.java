package io.kstash.delivery;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where the records of one output go, or of several that share the place. It is opened, used and closed by one {@link
 * Delivery}, one thread at a time.
 */
public interface Destination extends AutoCloseable {
    /**
     * Makes it ready to be written to, once, before anything else. Brings it to the state of its last completed {@link
     * #write}, whatever happened to the process since.
     *
     * @throws io.kstash.app.UsageException if it belongs to another source, or was changed in a way that somebody has to
     *     decide about
     * @throws io.kstash.app.FailedException if it cannot be read or written
     */
    void open(DeliverySource source);

    /**
     * Where it wants to go on in a partition that this process has just been given; empty for the oldest record there is.
     *
     * @param committed the group's committed offset in Kafka, for a destination that keeps no position itself
     */
    OptionalLong nextOffset(int partition, OptionalLong committed);

    /**
     * Writes, and returns when it would survive whatever the destination promises to survive. Records that it has already,
     * because another process of the group wrote them, it drops.
     *
     * @param batches at most one for each partition
     * @return how many records were written and not dropped
     * @throws DestinationFullException if there is no room; the same may be written later
     * @throws io.kstash.app.AppException if that did not succeed; the destination must not be written to any more
     */
    long write(List<PartitionBatch> batches);

    /** What a person has to do so that it starts anew with the oldest record there is: an imperative, for messages. */
    String howToStartAnew();

    /** Releases resources. It writes nothing. */
    @Override
    void close();
}
