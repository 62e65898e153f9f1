package io.kstash.faults.verdict;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.up.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether the consumer printed all records of the output topic; it may do so more than once. */
final class ConsumedRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "the consumer";

    private final Sightings expected = new Sightings();

    void add(ConsumerRecord<byte[], byte[]> output) {
        expected.add(new Lane(PLACE, output.partition()), new Position(output.offset(), 0));
    }

    Verdict verdict(List<ChildProcess> consumers) {
        Sightings printed = new Sightings();
        for (ChildProcess consumer : consumers) {
            try (Stream<String> lines = Files.lines(consumer.log(), StandardCharsets.ISO_8859_1)) {
                lines.filter(line -> line.startsWith("{")).forEach(line -> add(line, printed));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Verdict.atLeastOnce(expected, printed);
    }

    private static void add(String line, Sightings printed) {
        try {
            JsonNode consumed = JSON.readTree(line);
            printed.add(
                    new Lane(PLACE, consumed.path("partition").asInt()),
                    new Position(consumed.path("offset").asLong(), 0));
        } catch (JacksonException torn) {
            // The last line of a process that was killed.
        }
    }
}
