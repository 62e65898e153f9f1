package io.kstash.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Hands what was read to the outlets, which collect it until there is nothing more to read, or for a moment, or up to a
 * size. For the consumer's thread, but for {@link #recordsSkipped}.
 */
final class Intake {
    private static final long COLLECT_NANOS = Duration.ofMillis(100).toNanos();
    private static final long COLLECT_BYTES = 16 << 20;
    private static final String NO_OUTPUT = "(none)";
    private static final byte[] NOTHING = {};

    private final Map<String, Outlet> outletsById;
    private final UnknownOutputs unknown;
    private byte @Nullable [] lastId;
    private @Nullable Outlet lastOutlet;
    private boolean collecting;
    private long collectingSinceNanos;
    private long collectedBytes;

    /** @param outletsById by output id; the same outlet may stand for several */
    Intake(String topic, Map<String, Outlet> outletsById) {
        this.outletsById = Map.copyOf(outletsById);
        this.unknown = new UnknownOutputs(topic);
    }

    long recordsSkipped() {
        return unknown.count();
    }

    void add(ConsumerRecords<byte[], byte[]> records) {
        if (records.nextOffsets().isEmpty()) {
            return;
        }
        if (!collecting) {
            collecting = true;
            collectingSinceNanos = System.nanoTime();
        }
        for (ConsumerRecord<byte[], byte[]> message : records) {
            add(message);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> message) {
        Outlet outlet = outlet(header(message, DeliveryHeaders.OUTPUT));
        if (outlet == null) {
            return;
        }
        byte @Nullable [] value = message.value();
        byte[] bytes = value == null ? NOTHING : value;
        collectedBytes += bytes.length;
        outlet.add(
                message.partition(),
                new DeliveryRecord(
                        message.offset(),
                        text(message, DeliveryHeaders.PATH),
                        header(message, DeliveryHeaders.SOURCE),
                        bytes));
    }

    /** For most records the one of the record before; null where nobody knows the output. */
    private @Nullable Outlet outlet(byte @Nullable [] id) {
        if (id != null && Arrays.equals(id, lastId)) {
            return lastOutlet;
        }
        String output = id == null ? NO_OUTPUT : new String(id, StandardCharsets.UTF_8);
        Outlet outlet = outletsById.get(output);
        if (outlet == null) {
            unknown.skip(output);
        } else {
            lastId = id;
            lastOutlet = outlet;
        }
        return outlet;
    }

    private static Optional<String> text(ConsumerRecord<?, ?> message, String name) {
        return Optional.ofNullable(header(message, name)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    /**
     * Whether it is time to write.
     *
     * @param caughtUp whether there is nothing more to read
     */
    boolean isDue(boolean caughtUp) {
        return collecting
                && (caughtUp
                        || collectedBytes >= COLLECT_BYTES
                        || System.nanoTime() - collectingSinceNanos >= COLLECT_NANOS);
    }

    /** Whether the outlets have written all that came. */
    boolean isWritten() {
        return !collecting;
    }

    /** The outlets have written all that they had. */
    void written() {
        collecting = false;
        collectedBytes = 0;
    }
}
