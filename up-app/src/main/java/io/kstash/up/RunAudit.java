package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the audit says of one run: the rows of its producers.
 *
 * @param report the audit's JSON
 * @param run the run's id
 */
record RunAudit(JsonNode report, String run) {
    /**
     * An output of the pipeline.
     *
     * @param kind {@code TOPIC}, {@code FILE} or {@code STDOUT}
     * @param name of the topic or file
     * @param delivered records of the run that are there with all their events
     */
    record Output(String kind, String name, long delivered) {}

    /** How many records of the run have this number in the audit: {@code sent}, {@code lost} and so on. */
    long count(String what) {
        return producers().mapToLong(row -> row.path(what).asLong()).sum();
    }

    /** In the order of the pipeline. */
    List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (JsonNode output : report.path("outputs")) {
            int number = outputs.size();
            long delivered = producers()
                    .mapToLong(row -> row.path("delivered").path(number).asLong())
                    .sum();
            outputs.add(
                    new Output(output.path("kind").asText(), output.path("name").asText(), delivered));
        }
        return outputs;
    }

    /** Whether each record of the run is accounted for, and none is on its way. */
    boolean holds() {
        return Stream.of("lost", "doubled", "outOfOrder", "inFlight").allMatch(what -> count(what) == 0);
    }

    /** What is wrong, also with records of other runs. */
    List<String> findings() {
        return stream(report.path("findings"))
                .map(finding -> finding.path("text").asText())
                .toList();
    }

    private Stream<JsonNode> producers() {
        return stream(report.path("producers"))
                .filter(row -> row.path("producer").asText().startsWith(run + "/"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
