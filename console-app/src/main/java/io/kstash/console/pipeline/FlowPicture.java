package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the pipeline shows.
 *
 * @param status of the transformers: the worst's own word, {@code away}, or {@code none} where the console knows no transformer
 * @param asOf when the transformers last told their counts, in milliseconds since the epoch; 0 if they have not
 * @param health what it tells of itself, and how many {@code instances} there are
 * @param plan the pipeline with its counts
 * @param history the last minutes, oldest first
 */
record FlowPicture(
        String status,
        long asOf,
        @Nullable JsonNode health,
        @Nullable JsonNode plan,
        List<FlowPoint> history) {
    static final FlowPicture NONE = new FlowPicture("none", 0, null, null, List.of());
}
