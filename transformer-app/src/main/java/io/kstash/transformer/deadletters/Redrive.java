package io.kstash.transformer.deadletters;

import io.kstash.transformer.streams.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends dead letters back, partition by partition in their order: each transaction has some of them and what is sent with
 * them, so that no letter goes twice, whenever this ends. For one thread.
 */
final class Redrive {
    /** {@code topic/partition/offset} of the dead letter: the record is no second one of its producer. */
    static final String REDRIVEN_FROM = "kstash.redriven-from";

    private final RedriveTransactions transactions;
    private final RedriveLog log;
    private final Selection selection;
    private final Assessor assessor;
    private final RedriveResult result = new RedriveResult();
    private int partition;
    private OffsetRanges sent = new OffsetRanges();
    private long position;

    Redrive(RedriveTransactions transactions, RedriveLog log, Selection selection, Assessor assessor) {
        this.transactions = transactions;
        this.log = log;
        this.selection = selection;
        this.assessor = assessor;
    }

    /**
     * Goes on to a partition of the dead letters.
     *
     * @param alreadySent what was sent of it before
     */
    void begin(TopicPartition next, OffsetRanges alreadySent) {
        partition = next.partition();
        sent = alreadySent;
        position = 0;
    }

    /** Sends what is to be sent of these records, the next ones of the partition. */
    void sendBack(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Item> items = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            long first = position;
            position = record.offset() + 1;
            if (!sent.contains(record.offset())) {
                DeadLetter.of(record).filter(this::isWanted).ifPresent(letter -> items.add(new Item(letter, first)));
            }
        }
        send(items);
    }

    private boolean isWanted(DeadLetter letter) {
        if (!selection.concerns(letter)) {
            result.addNotSelected();
            return false;
        }
        Assessment assessment = assessor.assess(letter);
        boolean taken = selection.takes(assessment);
        if (!taken) {
            result.addLeft(assessment);
        }
        return taken;
    }

    private void send(List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        OffsetRanges then = sent.copy();
        items.forEach(item -> then.add(item.first, item.letter.at().offset() + 1));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        items.forEach(item -> records.add(record(item.letter)));
        records.add(log.record(partition, then));
        if (transactions.send(records)) {
            sent = then;
            result.addSent(items.size());
        } else if (items.size() == 1) {
            result.addTooLarge(records.get(0).topic());
        } else {
            int half = items.size() / 2;
            send(items.subList(0, half));
            send(items.subList(half, items.size()));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        SourceRecord source = letter.source();
        Headers headers = new RecordHeaders(source.headers());
        headers.remove(REDRIVEN_FROM);
        headers.add(REDRIVEN_FROM, letter.at().toString().getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(
                letter.origin().topic(),
                letter.origin().partition(),
                source.timestamp(),
                source.key(),
                source.value(),
                headers);
    }

    /** What has happened so far. */
    RedriveResult result() {
        return result;
    }

    /**
     * A dead letter to send.
     *
     * @param first the offset behind the record before it: what lies between are marks of transactions
     */
    private record Item(DeadLetter letter, long first) {}
}
