package io.kstash.faults.verdict;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the campaign's pipeline ought to make of each record of the input topic: {@code faults.conf} once more, by hand. */
final class Expectation {
    static final String TOPIC = "the output topic";
    static final String DEAD_LETTERS = "the dead letters";
    static final String ALL_FILE = "all.log";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DROPPED_UP_TO = 5;
    private static final int CLONED_UP_TO = 15;
    private static final int IN_SHARDS_ABOVE = 50;

    private final Sightings events = new Sightings();

    Sightings events() {
        return events;
    }

    void add(ConsumerRecord<byte[], byte[]> input) {
        JsonNode event = parse(input.value());
        int partition = input.partition();
        if (event.has("pad")) {
            events.add(new Lane(DEAD_LETTERS, partition), new Position(input.offset(), 0));
            return;
        }
        int value = event.path("value").asInt(Integer.MIN_VALUE);
        IntStream.range(0, copies(value)).forEach(index -> {
            Position position = new Position(input.offset(), index);
            events.add(new Lane(TOPIC, partition), position);
            events.add(new Lane(ALL_FILE, partition), position);
            if (value > IN_SHARDS_ABOVE) {
                events.add(new Lane(shard(event.path("producer_id").asText()), partition), position);
            }
        });
    }

    /** The file that the events of a producer are in. */
    static String shard(String producer) {
        return "shards/" + producer + ".log";
    }

    private static int copies(int value) {
        if (value == Integer.MIN_VALUE || value > CLONED_UP_TO) {
            return 1;
        }
        return value > DROPPED_UP_TO ? 2 : 0;
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
