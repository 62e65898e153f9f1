package io.kstash.delivery;

import io.kstash.app.ContactWatch;
import io.kstash.app.FailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic and writes: what was read is collected until there is nothing more to read, or for a moment, or up to a
 * size, and then goes to the destinations in one piece. {@link #run} is for one thread; the rest is for any.
 */
final class DeliveryLoop {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long COLLECT_NANOS = Duration.ofMillis(100).toNanos();
    private static final long COLLECT_BYTES = 16 << 20;
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);
    private static final String NO_OUTPUT = "(none)";
    private static final byte[] NOTHING = {};

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<String, Outlet> outletsById;
    private final List<Outlet> outlets;
    private final UnknownOutputs unknown;
    private final CommittedOffsets offsets;
    private final Assignment assignment;
    private final ContactWatch contact;
    private final AtomicReference<@Nullable Drain> drain = new AtomicReference<>();
    private final AtomicLong written = new AtomicLong();
    private volatile long lag;
    private volatile boolean stopping;
    private volatile List<Integer> partitions = List.of();
    private boolean writeFailed;
    private boolean collecting;
    private long collectingSinceNanos;
    private long collectedBytes;

    /**
     * @param outletsById by output id; the same outlet may stand for several
     * @param sourceCheck throws if the topic is not the same any more
     */
    DeliveryLoop(
            Consumer<byte[], byte[]> consumer, String topic, Map<String, Outlet> outletsById, Runnable sourceCheck) {
        this.consumer = consumer;
        this.topic = topic;
        this.outletsById = Map.copyOf(outletsById);
        this.outlets = outletsById.values().stream().distinct().toList();
        this.unknown = new UnknownOutputs(topic);
        this.offsets = new CommittedOffsets(consumer);
        this.assignment = new Assignment(consumer, outlets, offsets, sourceCheck, this::writeAndCommit);
        this.contact = ContactWatch.of(consumer, text -> LOG.warn("{} (delivery of {})", text, topic));
    }

    long recordsWritten() {
        return written.get();
    }

    long recordsSkipped() {
        return unknown.count();
    }

    long lag() {
        return lag;
    }

    List<Integer> partitions() {
        return partitions;
    }

    /** Lets {@link #run} end soon. */
    void stop() {
        stopping = true;
    }

    /** Completes when everything is written that the topic holds when this thread gets to it. */
    CompletableFuture<Void> drain() {
        Drain requested = new Drain();
        drain.set(requested);
        return requested.done;
    }

    /** Works until the stop; an exception means that a destination or Kafka does not allow to go on. */
    void run() {
        try {
            consumer.subscribe(List.of(topic), assignment);
            while (!stopping) {
                step();
            }
            writeAndCommit();
        } catch (OffsetOutOfRangeException e) {
            FailedException explained = new MissingRecords(topic, outlets).explain(e, consumer);
            leaveAfter(explained);
            throw explained;
        } catch (RuntimeException | Error e) {
            leaveAfter(e);
            throw e;
        }
        leave();
    }

    /** Also as a static member, whose partitions would stay with it otherwise until its session ends. */
    private void leave() {
        consumer.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_LIMIT));
    }

    private void leaveAfter(Throwable failure) {
        try {
            leave();
        } catch (KafkaException e) {
            failure.addSuppressed(e);
        }
    }

    private void step() {
        assignment.startFresh();
        collect(consumer.poll(POLL));
        boolean caughtUp = observe();
        if (collecting && (caughtUp || isDue())) {
            write();
        }
        offsets.commitNowAndThen();
        contact.check();
        Drain requested = drain.get();
        if (requested != null) {
            advance(requested);
        }
    }

    private void collect(ConsumerRecords<byte[], byte[]> records) {
        if (records.nextOffsets().isEmpty()) {
            return;
        }
        if (!collecting) {
            collecting = true;
            collectingSinceNanos = System.nanoTime();
        }
        for (ConsumerRecord<byte[], byte[]> message : records) {
            collect(message);
        }
        assignment.advance(records.nextOffsets());
    }

    private void collect(ConsumerRecord<byte[], byte[]> message) {
        String output = header(message, DeliveryHeaders.OUTPUT).orElse(NO_OUTPUT);
        Outlet outlet = outletsById.get(output);
        if (outlet == null) {
            unknown.skip(output);
            return;
        }
        byte @Nullable [] value = message.value();
        byte[] bytes = value == null ? NOTHING : value;
        collectedBytes += bytes.length;
        Header source = message.headers().lastHeader(DeliveryHeaders.SOURCE);
        outlet.add(
                message.partition(),
                new DeliveryRecord(
                        message.offset(),
                        header(message, DeliveryHeaders.PATH),
                        source == null ? null : source.value(),
                        bytes));
    }

    private static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private boolean isDue() {
        return collectedBytes >= COLLECT_BYTES || System.nanoTime() - collectingSinceNanos >= COLLECT_NANOS;
    }

    /** Whether there is nothing more to read, as far as the client knows without asking. */
    private boolean observe() {
        long sum = 0;
        boolean known = true;
        for (int partition : assignment.positions().keySet()) {
            OptionalLong behind = consumer.currentLag(new TopicPartition(topic, partition));
            known &= behind.isPresent();
            sum += behind.orElse(0);
        }
        lag = sum;
        partitions = assignment.positions().keySet().stream().sorted().toList();
        return known && sum == 0;
    }

    private void write() {
        if (writeFailed) {
            return; // Leaving the group asks for it once more, but nobody knows what the destination has.
        }
        writeFailed = true; // Until the opposite is known.
        Map<Integer, Long> positions = new HashMap<>(assignment.positions());
        for (Outlet outlet : outlets) {
            written.addAndGet(outlet.write(positions));
        }
        positions.forEach((partition, position) -> offsets.add(new TopicPartition(topic, partition), position));
        collecting = false;
        collectedBytes = 0;
        writeFailed = false;
    }

    private void writeAndCommit() {
        write();
        offsets.commit();
    }

    private void advance(Drain requested) {
        if (assignment.isSettled() && requested.isReached(consumer, topic, assignment.positions())) {
            writeAndCommit();
            drain.set(null);
            requested.done.complete(null);
        }
    }
}
