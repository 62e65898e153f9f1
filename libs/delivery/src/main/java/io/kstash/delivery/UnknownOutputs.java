package io.kstash.delivery;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the records of outputs that the pipeline does not have any more, and names each output once. */
final class UnknownOutputs {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownOutputs.class);

    private final String topic;
    private final Set<String> reported = new HashSet<>();
    private final AtomicLong count = new AtomicLong();

    UnknownOutputs(String topic) {
        this.topic = topic;
    }

    /** For one thread. */
    void skip(String output) {
        count.incrementAndGet();
        if (reported.add(output)) {
            LOG.warn(
                    "Records of output {} in topic {} are skipped: the pipeline has no such output any more",
                    output,
                    topic);
        }
    }

    /** For any thread. */
    long count() {
        return count.get();
    }
}
