package io.kstash.ledger;

import java.util.Optional;

/**
 * Which record an event was made of: the value of the header {@code kstash.source}, {@code topic/partition/offset/index}.
 *
 * @param index which of the events of that record, counted from 0 in the order of {@link Outcome#events}; 0 for a dead
 *     letter
 */
public record Source(String topic, int partition, long offset, int index) {
    /** The header's name. */
    public static final String HEADER = "kstash.source";

    private static final int NUMBERS = 3;

    /** Reads what {@link #toString} writes; empty where a text is nothing of this kind. */
    public static Optional<Source> parse(String text) {
        String[] numbers = new String[NUMBERS];
        int end = text.length();
        for (int i = NUMBERS - 1; i >= 0; i--) {
            int slash = text.lastIndexOf('/', end - 1);
            if (slash < 0) {
                return Optional.empty();
            }
            numbers[i] = text.substring(slash + 1, end);
            end = slash;
        }
        try {
            return Optional.of(new Source(
                    text.substring(0, end),
                    Integer.parseUnsignedInt(numbers[0]),
                    Long.parseUnsignedLong(numbers[1]),
                    Integer.parseUnsignedInt(numbers[2])));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset + "/" + index;
    }
}
