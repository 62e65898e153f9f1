package io.kstash.transformer.trace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds a record by what it says of itself, in a partition that is sorted by that: halves the range instead of reading it.
 * For one thread.
 *
 * @param <R> by what the partition is sorted
 */
final class OrderedSearch<R extends Comparable<R>> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Fewer records are read in one go anyway. */
    private static final long SHORT_RANGE = 500;

    private final Consumer<byte[], byte[]> consumer;
    private final Function<ConsumerRecord<byte[], byte[]>, Optional<R>> rank;

    /**
     * A search.
     *
     * @param consumer reads what is committed; where it is does not matter
     * @param rank empty for a record that is passed over
     */
    OrderedSearch(Consumer<byte[], byte[]> consumer, Function<ConsumerRecord<byte[], byte[]>, Optional<R>> rank) {
        this.consumer = consumer;
        this.rank = rank;
    }

    /** The first record of this rank or a higher one; empty if there is none up to now. */
    Optional<ConsumerRecord<byte[], byte[]>> first(TopicPartition partition, R wanted) {
        consumer.assign(List.of(partition));
        long low = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long high = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Optional<Ranked<R>> above = Optional.empty();
        while (high - low > SHORT_RANGE) {
            long middle = low + (high - low) / 2;
            Optional<Ranked<R>> there = scan(partition, middle, high, any -> true);
            if (there.isPresent() && there.get().rank.compareTo(wanted) < 0) {
                low = there.get().found.offset() + 1;
            } else {
                above = there.isPresent() ? there : above;
                high = middle;
            }
        }
        Optional<Ranked<R>> answer = scan(partition, low, high, its -> its.compareTo(wanted) >= 0);
        return (answer.isPresent() ? answer : above).map(Ranked::found);
    }

    private Optional<Ranked<R>> scan(TopicPartition partition, long from, long end, Predicate<R> isWanted) {
        consumer.seek(partition, from);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                Optional<R> its = rank.apply(found);
                if (found.offset() < end && its.isPresent() && isWanted.test(its.get())) {
                    return Optional.of(new Ranked<>(found, its.get()));
                }
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("Kafka did not give the records of " + partition + " from offset " + from);
            }
        }
        return Optional.empty();
    }

    private record Ranked<R>(ConsumerRecord<byte[], byte[]> found, R rank) {}
}
