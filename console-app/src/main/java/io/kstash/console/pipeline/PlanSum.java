package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What transformers that share the work tell of their pipeline, together: counts add up since the first of them started, the
 * time of a filter is the mean, and all else is the same, or as the first has it.
 */
final class PlanSum {
    private static final String NANOS = "nanos";
    private static final String BOUNDS = "boundsMillis";
    private static final String SINCE = "since";
    private static final String EVENTS = "in";

    private PlanSum() {}

    static JsonNode of(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode object) {
            return objects(object, other);
        }
        if (one instanceof ArrayNode array && array.size() == other.size()) {
            return arrays(array, other);
        }
        return one.isIntegralNumber() ? JsonNodeFactory.instance.numberNode(one.asLong() + other.asLong()) : one;
    }

    private static JsonNode objects(ObjectNode one, JsonNode other) {
        ObjectNode sum = one.objectNode();
        one.properties()
                .forEach(field -> sum.set(
                        field.getKey(),
                        switch (field.getKey()) {
                            case BOUNDS -> field.getValue();
                            case SINCE ->
                                one.numberNode(Math.min(
                                        field.getValue().asLong(),
                                        other.path(SINCE).asLong(Long.MAX_VALUE)));
                            case NANOS -> one.numberNode(meanNanos(one, other));
                            default -> of(field.getValue(), other.path(field.getKey()));
                        }));
        return sum;
    }

    private static long meanNanos(JsonNode one, JsonNode other) {
        long events = one.path(EVENTS).asLong() + other.path(EVENTS).asLong();
        return events == 0 ? 0 : (total(one) + total(other)) / events;
    }

    private static long total(JsonNode filter) {
        return filter.path(NANOS).asLong() * filter.path(EVENTS).asLong();
    }

    private static JsonNode arrays(ArrayNode one, JsonNode other) {
        ArrayNode sum = one.arrayNode();
        for (int place = 0; place < one.size(); place++) {
            sum.add(of(one.path(place), other.path(place)));
        }
        return sum;
    }
}
