package io.kstash.ledger;

/**
 * Where an event went.
 *
 * @param kind what it is
 * @param id of the output in the pipeline: the value of the header {@code kstash.output} where a record has it
 * @param name the topic; the file's absolute path, with {@code %{...}} as the pipeline has it; empty for standard output
 */
public record LedgerOutput(Kind kind, String id, String name) {
    /** What an output is. */
    public enum Kind {
        /** A topic of Kafka. */
        TOPIC,
        /** A file, or several whose path depends on the event. */
        FILE,
        /** Standard output of the transformer. */
        STDOUT
    }

    /** For people: {@code topic orders}, {@code file /data/orders.log}, {@code stdout}. */
    @Override
    public String toString() {
        return switch (kind) {
            case TOPIC -> "topic " + name;
            case FILE -> "file " + name;
            case STDOUT -> "stdout";
        };
    }
}
