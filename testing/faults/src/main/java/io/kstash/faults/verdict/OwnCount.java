package io.kstash.faults.verdict;

import io.kstash.faults.flow.Flow;
import io.kstash.faults.flow.StuckException;
import java.io.IOException;

/**
 * The campaign's own count of a flow that has come to its end.
 *
 * @param records of the input topic
 * @param deadLetters records that became dead letters
 */
public record OwnCount(long records, long deadLetters, Verdict verdict) {
    /** Reads all topics and files; Kafka has to run, and no transformer. */
    public static OwnCount of(Flow flow) throws InterruptedException, IOException, StuckException {
        Expectation expectation = new Expectation();
        SentRecords sent = new SentRecords();
        long[] records = {0};
        flow.kafka().read(Flow.INPUT, input -> {
            records[0]++;
            expectation.add(input);
            sent.add(input);
        });
        Findings findings = new Findings();
        ConsumedRecords consumed = new ConsumedRecords();
        flow.kafka().read(Flow.OUTPUT, output -> {
            findings.addOutput(output);
            consumed.add(output);
        });
        long[] deadLetters = {0};
        flow.kafka().read(Flow.DEAD_LETTERS, letter -> {
            deadLetters[0]++;
            findings.addDeadLetter(letter);
        });
        findings.addFiles(flow.plan().files());
        Verdict verdict = Verdict.exactlyOnce(expectation.events(), findings.events())
                .plus(sent.verdict(flow.producerRuns()))
                .plus(consumed.verdict(flow.consumer().starts()));
        return new OwnCount(records[0], deadLetters[0], verdict);
    }
}
