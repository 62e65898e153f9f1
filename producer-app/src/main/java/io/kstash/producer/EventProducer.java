package io.kstash.producer;

import io.kstash.app.StopSignal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * One producer of the run: sends its events at its pace until it has sent all, the data ends, or the run is stopped. Its
 * thread ends by itself; whether Kafka took the records is told to the {@link SendResults} by Kafka's thread.
 */
final class EventProducer implements Callable<@Nullable Void> {
    /** Header of each record: {@code run/producer/sequence}, so that the audit finds what was lost before the topic. */
    static final String ORIGIN_HEADER = "kstash.producer";

    private static final int LARGEST_VALUE = 100;

    private final int id;
    private final RunPlan plan;
    private final Producer<byte[], byte[]> kafka;
    private final SplittableRandom random;
    private final Pace pace;
    private final StopSignal stop;
    private final SendResults results;
    private final FailedSends failures;

    /** @param random where the values come from; not shared with another producer */
    EventProducer(
            int id,
            RunPlan plan,
            Producer<byte[], byte[]> kafka,
            SplittableRandom random,
            StopSignal stop,
            SendResults results,
            FailedSends failures) {
        this.id = id;
        this.plan = plan;
        this.kafka = kafka;
        this.random = random;
        this.pace = Pace.of(plan.rate());
        this.stop = stop;
        this.results = results;
        this.failures = failures;
    }

    /**
     * Sends until the end.
     *
     * @throws IOException if the payload cannot be read any further
     * @throws KafkaException if the client is broken for good, for example because it may not write
     */
    @Override
    public @Nullable Void call() throws IOException {
        try {
            boolean more = true;
            for (long sequence = 0; more && isWanted(sequence); sequence++) {
                pace.await();
                more = sendNext(sequence);
            }
        } catch (InterruptedException | InterruptException | InterruptedIOException | ClosedByInterruptException e) {
            // The run ends; what Kafka's client has not accepted was not sent and has no sequence.
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private boolean isWanted(long sequence) {
        return !stop.isRequested() && (plan.count() == 0 || sequence < plan.count());
    }

    private boolean sendNext(long sequence) throws IOException {
        EventFields fields = fields(sequence);
        byte[] value = plan.payload().next(fields);
        if (value == null) {
            return false;
        }
        byte[] key = plan.key() == null ? null : plan.key().next(fields);
        send(new ProducerRecord<>(plan.topic(), null, key, value, List.of(origin(sequence))), sequence);
        return true;
    }

    private EventFields fields(long sequence) {
        Instant now = Instant.now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return new EventFields(plan.run(), id, sequence, micros, 1 + random.nextInt(LARGEST_VALUE));
    }

    private Header origin(long sequence) {
        String text = plan.run() + "/" + id + "/" + sequence;
        return new RecordHeader(ORIGIN_HEADER, text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback tells the same.
    private void send(ProducerRecord<byte[], byte[]> event, long sequence) {
        long start = System.nanoTime();
        results.handedOver();
        try {
            kafka.send(event, (metadata, failure) -> answered(sequence, start, failure));
        } catch (InterruptException e) {
            results.withdrawn();
            throw e;
        } catch (KafkaException e) {
            answered(sequence, start, e);
            throw e;
        }
    }

    private void answered(long sequence, long start, @Nullable Exception failure) {
        if (failure == null) {
            results.acknowledged(start);
        } else {
            failures.add(id, sequence, failure);
            results.failed();
        }
    }
}
