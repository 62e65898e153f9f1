package io.kstash.transformer.streams;

/**
 * The topics that a pipeline has for itself.
 *
 * @param deliveries encoded events for files and standard output
 * @param deadLetters records that could not be worked on
 */
record OwnTopics(String deliveries, String deadLetters) {
    static OwnTopics of(String pipeline) {
        return new OwnTopics(pipeline + "-deliveries", pipeline + "-dead-letters");
    }
}
