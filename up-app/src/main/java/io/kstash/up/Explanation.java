package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Why fewer events came out than went in, as the transformer tells: a pipeline may drop some, and some may fail. */
final class Explanation {
    private Explanation() {}

    /** A line for each reason, counted since the transformer started. */
    static List<String> of(JsonNode health) {
        List<String> lines = new ArrayList<>();
        long dropped = health.path("dropped").asLong();
        long deadLetters = health.path("deadLetters").asLong();
        if (dropped > 0) {
            lines.add("  The pipeline itself dropped " + dropped + " of the events since the transformer started");
        }
        if (deadLetters > 0) {
            lines.add("  " + deadLetters + " records became dead letters since the transformer started; read them with:"
                    + " scripts/consumer --format pretty --from beginning --topic "
                    + health.path("deadLetterTopic").asText());
        }
        return lines;
    }
}
