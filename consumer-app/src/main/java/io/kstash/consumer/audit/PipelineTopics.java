package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.LedgerOutput.Kind;
import java.nio.file.Path;

/**
 * The topics that a pipeline has for itself.
 *
 * @param pipeline its name
 * @param file what the user calls it
 */
record PipelineTopics(String pipeline, Path file) {
    private static final String EXTENSION = ".conf";
    private static final String DEAD_LETTERS = "dead letters";

    /** Of the pipeline in this file or folder, which need not exist on this machine. */
    static PipelineTopics of(Path path) {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        return new PipelineTopics(
                name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name, path);
    }

    String ledger() {
        return LedgerEntry.topicOf(pipeline);
    }

    String deliveries() {
        return pipeline + "-deliveries";
    }

    String deadLetters() {
        return pipeline + "-dead-letters";
    }

    /** Dead letters are counted and found like the events of an output. */
    LedgerOutput deadLetterOutput() {
        return new LedgerOutput(Kind.TOPIC, DEAD_LETTERS, deadLetters());
    }

    /** Whether an output is {@link #deadLetterOutput}; the pipeline's own have other ids. */
    static boolean isOfDeadLetters(LedgerOutput output) {
        return output.id().equals(DEAD_LETTERS);
    }

    /** Where Kafka has the events of an output. */
    String topicOf(LedgerOutput output) {
        return output.kind() == Kind.TOPIC ? output.name() : deliveries();
    }
}
