package io.kstash.transformer.deadletters;

import io.kstash.app.UsageException;
import io.kstash.transformer.streams.Origin;

/**
 * What a dead letter is asked for by: its own coordinates, or those of the record.
 *
 * @param text as it was given
 */
public record Coordinates(String text) {
    /**
     * Reads {@code partition/offset} of the dead letter, or {@code topic/partition/offset} of either.
     *
     * @throws UsageException where the text is neither
     */
    public static Coordinates parse(String text) {
        if (!text.matches("[0-9]{1,9}/[0-9]{1,18}") && Origin.parse(text).isEmpty()) {
            throw new UsageException("'" + text + "' are no coordinates: give PARTITION/OFFSET of a dead letter, or"
                    + " TOPIC/PARTITION/OFFSET of the record of which it was made");
        }
        return new Coordinates(text);
    }

    boolean fit(DeadLetter letter) {
        Origin at = letter.at();
        return text.equals(at.partition() + "/" + at.offset())
                || text.equals(at.toString())
                || text.equals(letter.origin().toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
