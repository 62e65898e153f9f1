package io.kstash.transformer.trace;

import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which record: {@code topic/partition/offset}. */
public record RecordCoordinates(String topic, int partition, long offset) {
    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Lets picocli read coordinates and show the reason when it cannot. */
    public static final class Converter implements ITypeConverter<RecordCoordinates> {
        private static final int PARTS = 3;

        @Override
        public RecordCoordinates convert(String text) {
            String[] parts = text.split("/", -1);
            try {
                if (parts.length == PARTS && !parts[0].isEmpty()) {
                    return new RecordCoordinates(
                            parts[0], Integer.parseUnsignedInt(parts[1]), Long.parseUnsignedLong(parts[2]));
                }
            } catch (NumberFormatException said) {
                // Below, with all of it.
            }
            throw new TypeConversionException(
                    "'" + text + "' is no record; give topic/partition/offset, such as multi-test-topic/0/12");
        }
    }
}
