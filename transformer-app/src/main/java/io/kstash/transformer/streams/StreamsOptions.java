package io.kstash.transformer.streams;

/**
 * What can be chosen for a run.
 *
 * @param deadLetters what becomes a dead letter beyond what has to
 * @param retention of the topics that tell what happened
 * @param time of events whose data has none
 */
public record StreamsOptions(DeadLetterPolicy deadLetters, Retention retention, EventTime time) {
    public static final StreamsOptions DEFAULT =
            new StreamsOptions(DeadLetterPolicy.TAG, Retention.DEFAULT, EventTime.RECORD);
}
