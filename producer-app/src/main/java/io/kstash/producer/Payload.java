package io.kstash.producer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the values of the records come from. Called by all producers' threads at the same time. */
@FunctionalInterface
interface Payload {
    /** The value of the next record, or null at the end of the data. */
    byte @Nullable [] next(EventFields fields) throws IOException;

    /** Whether there are certainly records that nobody has asked for. */
    default boolean hasMore() throws IOException {
        return false;
    }
}
