package io.kstash.up;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What one run of the flow does.
 *
 * @param producers how many send side by side
 * @param count records for each producer; 0 is until the run is stopped
 * @param rate of each producer, in the producer app's notation
 * @param partitions of the input topic, if it has to be created
 * @param pipeline absolute
 * @param kafkaPort where Kafka shall listen
 * @param consolePort where the console shall be served; none is no console
 * @param exit whether the run ends once all is delivered
 */
record FlowPlan(
        int producers,
        long count,
        String rate,
        int partitions,
        Path pipeline,
        int kafkaPort,
        OptionalInt consolePort,
        boolean exit) {
    /** How many records the producers are asked to send; 0 is without end. */
    long asked() {
        return producers * count;
    }

    String bootstrapServer() {
        return "localhost:" + kafkaPort;
    }
}
