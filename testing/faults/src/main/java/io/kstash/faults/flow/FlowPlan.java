package io.kstash.faults.flow;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one run's flow looks.
 *
 * @param folder all that the run writes
 * @param records how many the producers send in all, about
 * @param length how long they take for it
 * @param producers how many send side by side
 * @param partitions of the input topic
 * @param instances how many transformers run at first
 * @param seed of the values
 */
public record FlowPlan(
        Path folder, long records, Duration length, int producers, int partitions, int instances, long seed) {
    /** Where the pipeline's files and the transformers' own are. */
    public Path data() {
        return folder.resolve("data");
    }

    /** What the file outputs write. */
    public Path files() {
        return data().resolve("files");
    }

    /** The pipeline of the campaign. */
    public Path pipeline() {
        return folder.resolve("faults.conf");
    }

    /** What the producers send. */
    Path event() {
        return folder.resolve("event.txt");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Records a second of one producer. */
    long rate() {
        return Math.max(1, records / producers / length.toSeconds());
    }
}
