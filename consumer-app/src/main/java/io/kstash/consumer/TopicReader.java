package io.kstash.consumer;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.ContactWatch;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic as a member of a group and prints each record, then commits: a record is printed at least once. Used by one
 * thread; {@link #partitions()} and {@link #recordsPrinted()} by any.
 */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TOPIC_CHECK = Duration.ofMillis(200);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final long max;
    private final RecordOutput output;
    private final KafkaRefusal refusals;
    private final AppContext app;
    private final PrintedOffsets printed;
    private final Assignment assignment;
    private final ContactWatch contact;
    private final AtomicLong recordsPrinted = new AtomicLong();

    /**
     * @param consumer closed with this reader
     * @param start null to go on where the group is
     * @param max how many records to print; {@link Long#MAX_VALUE} for no end
     */
    TopicReader(
            Consumer<byte[], byte[]> consumer,
            String topic,
            @Nullable StartPosition start,
            long max,
            RecordOutput output,
            KafkaRefusal refusals,
            AppContext app) {
        this.consumer = consumer;
        this.topic = topic;
        this.max = max;
        this.output = output;
        this.refusals = refusals;
        this.app = app;
        this.printed = new PrintedOffsets(consumer);
        this.assignment = new Assignment(consumer, start, printed, this::tellIdle);
        this.contact = ContactWatch.of(consumer, app.err()::println);
    }

    /** The partitions that the group gave to this reader, in order. */
    List<Integer> partitions() {
        return assignment.partitions();
    }

    /** Records printed since the start. */
    long recordsPrinted() {
        return recordsPrinted.get();
    }

    /**
     * Prints until the stop, the wanted number of records, or the end of whoever reads the output.
     *
     * @throws AppException if Kafka refuses this client or the output cannot be written
     * @throws UsageException if a topic cannot have this name
     */
    void run() throws InterruptedException, IOException {
        try {
            if (awaitTopic()) {
                consumer.subscribe(List.of(topic), assignment);
                follow();
            }
        } catch (AuthorizationException | AuthenticationException e) {
            throw refusals.explain(e, topic).orElseThrow();
        }
    }

    private void tellIdle() {
        app.err()
                .println("Group " + consumer.groupMetadata().groupId() + " has no partition of topic " + topic
                        + " left for this consumer: it waits until another one leaves, or there are more partitions");
    }

    private void follow() throws IOException {
        boolean visible = true;
        while (visible && remaining() > 0 && !app.stop().isRequested()) {
            visible = print(consumer.poll(POLL));
            printed.commitNowAndThen();
            contact.check();
        }
    }

    /** False if the stop came first. */
    private boolean awaitTopic() throws InterruptedException {
        boolean announced = false;
        while (!app.stop().isRequested()) {
            if (topicExists()) {
                return true;
            }
            if (!announced) {
                app.err().println("Topic " + topic + " does not exist yet, waiting for it");
                announced = true;
            }
            app.stop().await(TOPIC_CHECK);
        }
        return false;
    }

    private boolean topicExists() {
        try {
            return !consumer.partitionsFor(topic).isEmpty();
        } catch (InvalidTopicException e) {
            throw new UsageException("--topic " + topic + " cannot be the name of a topic: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            return false; // Kafka went away in this moment; the next check may find it again.
        }
    }

    /** Prints what is still wanted of them; false if nobody sees it. */
    private boolean print(ConsumerRecords<byte[], byte[]> records) throws IOException {
        Map<TopicPartition, OffsetAndMetadata> next = printWanted(records);
        boolean visible = output.flush();
        if (visible) {
            printed.add(next);
        }
        return visible;
    }

    private Map<TopicPartition, OffsetAndMetadata> printWanted(ConsumerRecords<byte[], byte[]> records)
            throws IOException {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> some = records.records(partition);
            List<ConsumerRecord<byte[], byte[]>> wanted = some.subList(0, (int) Math.min(some.size(), remaining()));
            for (ConsumerRecord<byte[], byte[]> message : wanted) {
                output.print(message);
            }
            if (!wanted.isEmpty()) {
                long last = wanted.get(wanted.size() - 1).offset();
                next.put(partition, new OffsetAndMetadata(last + 1));
                recordsPrinted.addAndGet(wanted.size());
            }
        }
        // What follows the last record may be a transaction's marker: only the client knows the offset beyond it.
        return remaining() > 0 ? records.nextOffsets() : next;
    }

    private long remaining() {
        return max - recordsPrinted.get();
    }

    /** Commits what was printed and leaves the group. */
    @Override
    public void close() {
        try {
            printed.commit();
            printed.forget(consumer.assignment()); // Else leaving the group would try the same again.
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
        }
    }
}
