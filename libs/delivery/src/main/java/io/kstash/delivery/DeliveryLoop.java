package io.kstash.delivery;

import io.kstash.app.ContactWatch;
import io.kstash.app.FailedException;
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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic and writes what was read to the destinations, in pieces. {@link #run} is for one thread; the rest is for any.
 */
final class DeliveryLoop {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final List<Outlet> outlets;
    private final Intake intake;
    private final CommittedOffsets offsets;
    private final Assignment assignment;
    private final ContactWatch contact;
    private final RoomWatch room;
    private final AtomicReference<@Nullable Drain> drain = new AtomicReference<>();
    private final AtomicLong recordsWritten = new AtomicLong();
    private volatile long lag;
    private volatile Map<TopicPartition, Long> delivered = Map.of();
    private volatile boolean stopping;
    private volatile List<Integer> partitions = List.of();
    private boolean writeFailed;

    /**
     * @param outletsById by output id; the same outlet may stand for several
     * @param sourceCheck throws if the topic is not the same any more
     */
    DeliveryLoop(
            Consumer<byte[], byte[]> consumer, String topic, Map<String, Outlet> outletsById, Runnable sourceCheck) {
        this.consumer = consumer;
        this.topic = topic;
        this.outlets = outletsById.values().stream().distinct().toList();
        this.intake = new Intake(topic, outletsById);
        this.offsets = new CommittedOffsets(consumer);
        this.assignment = new Assignment(consumer, outlets, offsets, sourceCheck, this::writeAndCommit);
        this.room = new RoomWatch(consumer);
        this.contact = ContactWatch.of(consumer, text -> LOG.warn("{} (delivery of {})", text, topic));
    }

    long recordsWritten() {
        return recordsWritten.get();
    }

    long recordsSkipped() {
        return intake.recordsSkipped();
    }

    long lag() {
        return lag;
    }

    Optional<String> waitingFor() {
        return room.waitingFor();
    }

    List<Integer> partitions() {
        return partitions;
    }

    Map<TopicPartition, Long> delivered() {
        return delivered;
    }

    /** Lets {@link #run} end soon. */
    void stop() {
        stopping = true;
    }

    /** Completes when everything is written that the topic holds when this thread gets to it; with false if it has to wait. */
    CompletableFuture<Boolean> drain() {
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
        room.holdBack();
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        intake.add(records);
        assignment.advance(records.nextOffsets());
        boolean caughtUp = observe();
        if (intake.isDue(caughtUp) && room.isWorthATry()) {
            write();
        }
        offsets.commitNowAndThen();
        if (intake.isWritten()) {
            delivered = offsets.committedOf(written());
        }
        contact.check();
        Drain requested = drain.get();
        if (requested != null) {
            advance(requested);
        }
    }

    /** How far the partitions are, when all that was read is written. */
    private Map<TopicPartition, Long> written() {
        Map<TopicPartition, Long> next = new HashMap<>();
        assignment.positions().forEach((partition, offset) -> next.put(new TopicPartition(topic, partition), offset));
        return next;
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
        try {
            for (Outlet outlet : outlets) {
                recordsWritten.addAndGet(outlet.write(positions));
            }
        } catch (DestinationFullException e) {
            room.full(e);
            writeFailed = false;
            return;
        }
        room.written(assignment::resume);
        positions.forEach((partition, position) -> offsets.add(new TopicPartition(topic, partition), position));
        intake.written();
        writeFailed = false;
    }

    private void writeAndCommit() {
        write();
        offsets.commit();
    }

    private void advance(Drain requested) {
        boolean reached = assignment.isSettled() && requested.isReached(consumer, topic, assignment.positions());
        if (reached || room.isWaiting()) {
            writeAndCommit();
            drain.set(null);
            requested.done.complete(!room.isWaiting());
        }
    }
}
