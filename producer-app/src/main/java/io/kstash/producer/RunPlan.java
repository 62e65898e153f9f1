package io.kstash.producer;

import org.jspecify.annotations.Nullable;

/**
 * What one run of the app sends.
 *
 * @param run id of the run
 * @param topic where to
 * @param producers how many send side by side
 * @param count records for each producer; 0 is without end
 * @param rate of each producer
 * @param key of the records, or null for none
 * @param payload values of the records
 * @param seed makes the random values the same in each run; null for other ones each time
 */
record RunPlan(
        String run,
        String topic,
        int producers,
        long count,
        Rate rate,
        @Nullable Template key,
        Payload payload,
        @Nullable Long seed) {
    /** For example {@code run mif2k0x3ab: 2 producers send 10 records each at 1/s to multi-test-topic}. */
    String announcement() {
        String howMany = count == 0 ? "records without end" : count == 1 ? "1 record each" : count + " records each";
        return "run " + run + ": " + (producers == 1 ? "1 producer sends " : producers + " producers send ")
                + (producers == 1 ? howMany.replace(" each", "") : howMany) + " at " + rate + " to " + topic;
    }
}
