package io.kstash.benchmarks.measure;

import io.kstash.app.FailedException;
import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import io.kstash.benchmarks.kafka.TunedClients;
import io.kstash.benchmarks.process.RunningProcess;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The records that come out of a process, with the time at which they can be read. For one thread. */
final class Arrivals {
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final int DIGITS = 3;

    private final Consumer<byte[], byte[]> consumer;
    private final RunningProcess process;
    private final StopSignal stop;

    /** @param consumer with its partitions assigned */
    Arrivals(Consumer<byte[], byte[]> consumer, RunningProcess process, StopSignal stop) {
        this.consumer = consumer;
        this.process = process;
        this.stop = stop;
    }

    /** Returns when the first has arrived. */
    void awaitFirst() throws InterruptedException {
        next();
    }

    /**
     * The latencies of records in milliseconds: from a record's timestamp until it can be read.
     *
     * @param from the first timestamp that counts
     * @param to the first that does not count any more; returns when it has arrived
     */
    Histogram latencies(long from, long to) throws InterruptedException {
        Histogram latencies = new Histogram(DIGITS);
        while (true) {
            ConsumerRecords<byte[], byte[]> records = next();
            long now = System.currentTimeMillis();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.timestamp() >= to) {
                    return latencies;
                }
                if (record.timestamp() >= from) {
                    latencies.recordValue(now - record.timestamp());
                }
            }
        }
    }

    private ConsumerRecords<byte[], byte[]> next() throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < GIVE_UP.toNanos()) {
            process.requireNotFailed();
            if (stop.await(Duration.ZERO)) {
                throw new StoppedException();
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(TunedClients.POLL_LIMIT);
            if (!records.isEmpty()) {
                return records;
            }
        }
        throw new FailedException("nothing has arrived for " + GIVE_UP.toSeconds() + " s");
    }
}
