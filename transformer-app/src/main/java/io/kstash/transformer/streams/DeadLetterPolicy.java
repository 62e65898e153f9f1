package io.kstash.transformer.streams;

import java.util.Locale;

/**
 * What becomes of a record for which Logstash has a tag.
 *
 * @param onDecodeError of one that the codec cannot decode
 * @param onTimeout of one that takes a filter too long
 */
public record DeadLetterPolicy(Handling onDecodeError, Handling onTimeout) {
    /** As in Logstash. */
    public static final DeadLetterPolicy TAG = new DeadLetterPolicy(Handling.TAG, Handling.TAG);
    /** Nothing passes that is not as it should be. */
    public static final DeadLetterPolicy STRICT = new DeadLetterPolicy(Handling.DEAD_LETTER, Handling.DEAD_LETTER);

    /** One of two ways. */
    public enum Handling {
        /** It goes on with Logstash's tag. */
        TAG,
        /** It becomes a dead letter. */
        DEAD_LETTER;

        /** As the command line has it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
