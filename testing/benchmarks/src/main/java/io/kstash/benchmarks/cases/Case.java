package io.kstash.benchmarks.cases;

import java.io.IOException;
import java.util.Optional;

/** Something that is measured: a process that takes the records of an input to a sink. */
public interface Case {
    CaseSpec spec();

    /** Why it cannot run on this machine, and what to do about it; empty where it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** Makes all that the process needs: topics, configuration. */
    Trial prepare(TrialPlace place) throws IOException, InterruptedException;
}
