package io.kstash.delivery;

import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a deliveries topic as a member of a group and writes its records to their destinations, in offset order for each
 * partition. Where it goes on is up to each destination; the group's committed offsets are for lag, and for destinations
 * that keep no position.
 *
 * <p>It has its own thread. When Kafka goes away, or a destination is full, it waits and says so once; when a destination fails it ends, with a {@link
 * #failure()}. All methods are thread-safe.
 */
public final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final DeliverySource source;
    private final List<Destination> destinations;
    private final Consumer<byte[], byte[]> consumer;
    private final DeliveryLoop loop;
    private final KafkaRefusal refusals;
    private final Runnable onFailure;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable AppException failure;

    private Delivery(
            DeliverySource source,
            SourceLookup lookup,
            Map<String, Outlet> outlets,
            Consumer<byte[], byte[]> consumer,
            KafkaRefusal refusals,
            Runnable onFailure) {
        this.source = source;
        this.destinations =
                outlets.values().stream().distinct().map(Outlet::destination).toList();
        this.consumer = consumer;
        this.loop = new DeliveryLoop(consumer, source.topic(), outlets, () -> lookup.requireSame(source));
        this.refusals = refusals;
        this.onFailure = onFailure;
    }

    /**
     * Opens the destinations and starts to deliver.
     *
     * @param topic must exist
     * @param destinations by output id ({@link DeliveryHeaders#OUTPUT}); several outputs may share one. From now on they are
     *     the delivery's, which closes them
     * @param onFailure called once by the delivery's thread when it has ended with a {@link #failure()}
     * @throws io.kstash.app.UsageException if a destination refuses this source, or the client settings do not fit
     * @throws FailedException if the topic does not exist or a destination cannot be used
     */
    public static Delivery start(
            KafkaClientSettings kafka,
            String topic,
            String group,
            Map<String, Destination> destinations,
            Runnable onFailure) {
        SourceLookup lookup = new SourceLookup(kafka, topic, group);
        DeliverySource source = lookup.find();
        Map<Destination, Outlet> outlets = new LinkedHashMap<>();
        Map<String, Outlet> outletsById = new HashMap<>();
        destinations.forEach(
                (id, destination) -> outletsById.put(id, outlets.computeIfAbsent(destination, Outlet::new)));
        try {
            outlets.keySet().forEach(destination -> destination.open(source));
            Consumer<byte[], byte[]> consumer = DeliveryConsumer.open(kafka, group);
            KafkaRefusal refusals = KafkaRefusal.of(kafka, "Read");
            Delivery delivery = new Delivery(source, lookup, outletsById, consumer, refusals, onFailure);
            delivery.startThread();
            return delivery;
        } catch (RuntimeException e) {
            outlets.keySet().forEach(Destination::close);
            throw e;
        }
    }

    private void startThread() {
        Thread thread = new Thread(this::run, "delivery-" + source.topic());
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            loop.run();
        } catch (RuntimeException | Error e) {
            failure = explained(e);
        } finally {
            destinations.forEach(Destination::close);
            ended.complete(null);
        }
        if (failure != null) {
            onFailure.run();
        }
    }

    private AppException explained(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AppException known) {
                return known; // The client wraps what is thrown while partitions are given up.
            }
        }
        return refusals.explain(thrown, source.topic())
                .orElseGet(() -> new FailedException(
                        "The delivery of topic " + source.topic() + " cannot go on: " + thrown, thrown));
    }

    /** Why it ended by itself; empty as long as it works, and after a clean end. */
    public Optional<AppException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Records written since the start, each counted when its destination has it for good. */
    public long recordsWritten() {
        return loop.recordsWritten();
    }

    /** Records since the start whose output nobody knows. */
    public long recordsSkipped() {
        return loop.recordsSkipped();
    }

    /** How many offsets this process's partitions have that were not read yet, as of the last contact with Kafka. */
    public long lag() {
        return loop.lag();
    }

    /** What has no room, while it waits for a destination that is full; empty as long as it works. */
    public Optional<String> waitingFor() {
        return loop.waitingFor();
    }

    /** The partitions that the group gave to this process, in order, once reading has started there. */
    public List<Integer> partitions() {
        return loop.partitions();
    }

    /**
     * For each partition of this process, below which offset every destination has all that it wants, and the group knows;
     * without those of which that is not known yet.
     */
    public Map<TopicPartition, Long> delivered() {
        return loop.delivered();
    }

    /** For metrics of the client itself; not to be used otherwise. */
    public Consumer<?, ?> consumer() {
        return consumer;
    }

    /**
     * Writes everything that was committed to this process's partitions up to now. For a clean stop, when nobody writes to
     * the topic any more; one call at a time.
     *
     * @return false if that was not reached within the limit, the delivery waits for room, or it has ended
     */
    public boolean drain(Duration limit) throws InterruptedException {
        CompletableFuture<Boolean> drained = loop.drain();
        try {
            CompletableFuture.anyOf(drained, ended).get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return drained.getNow(false);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /**
     * Writes and commits what was read, leaves the group and closes the destinations. A failure is not thrown here. Where a
     * destination does not let go, as a file does whose lock a paused process holds, this returns after two seconds; a daemon
     * thread waits on.
     */
    @Override
    public void close() {
        loop.stop();
        try {
            ended.get(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException held) {
            LOG.warn(
                    "The delivery of topic {} does not end: another process, perhaps a paused one, holds what it writes to."
                            + " Nothing is lost, the next start goes on where it was",
                    source.topic());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
