package io.kstash.transformer.streams;

import io.kstash.ledger.Source;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record is: its coordinates in Kafka. */
public record Origin(String topic, int partition, long offset) {
    private static final Pattern FORM =
            Pattern.compile("(?<topic>[^/]+)/(?<partition>[0-9]{1,9})/(?<offset>[0-9]{1,18})");

    public static Origin of(ConsumerRecord<?, ?> record) {
        return new Origin(record.topic(), record.partition(), record.offset());
    }

    /** Reads {@code topic/partition/offset}; empty where the text is something else. */
    public static Optional<Origin> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Origin(
                        form.group("topic"),
                        Integer.parseInt(form.group("partition")),
                        Long.parseLong(form.group("offset"))))
                : Optional.empty();
    }

    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** One of the events that are made of the record. */
    public Source source(int index) {
        return new Source(topic, partition, offset, index);
    }

    /** {@code topic/partition/offset}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
