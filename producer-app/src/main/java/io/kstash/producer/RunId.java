package io.kstash.producer;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the id of one run of the app: ten letters and digits that sort by start time. */
final class RunId {
    private static final int BASE = 36;

    private RunId() {}

    /** Milliseconds since the epoch (eight digits until 2059) and two random digits, all to base 36. */
    static String at(Instant start) {
        int random = ThreadLocalRandom.current().nextInt(BASE * BASE);
        return Long.toString(start.toEpochMilli() * BASE * BASE + random, BASE);
    }
}
