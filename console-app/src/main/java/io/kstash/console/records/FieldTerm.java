package io.kstash.console.records;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A field of a JSON value that has a value, or an array with that value in it. */
final class FieldTerm implements RecordFilter.Term {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final List<String> path;
    private final String wanted;

    /** @param name of the field; dots lead into objects, if there is no field whose name has these dots */
    FieldTerm(String name, String wanted) {
        this.name = name;
        this.path = List.of(name.split("\\.", -1));
        this.wanted = wanted;
    }

    @Override
    public boolean holdsFor(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return false;
        }
        try {
            JsonNode root = JSON.readTree(message.value());
            return root.has(name) ? isWanted(root.get(name)) : isWanted(inside(root));
        } catch (JacksonException notJson) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private JsonNode inside(JsonNode root) {
        JsonNode node = root;
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }

    private boolean isWanted(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).anyMatch(this::isWanted);
        }
        return node.isValueNode() && node.asText().equals(wanted);
    }
}
