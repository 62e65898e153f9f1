package io.kstash.faults.verdict;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is found in the output topic, the dead letters and the files. */
final class Findings {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The field {@code at} of an event: partition and offset of its record. */
    private static final Pattern AT = Pattern.compile("(\\d+)/(\\d+)");

    private static final Pattern ORIGIN = Pattern.compile(".*/(\\d+)/(\\d+)");
    private static final int SHOWN_CHARS = 120;

    private final Sightings events = new Sightings();

    Sightings events() {
        return events;
    }

    /** A record of the output topic, which has to be in the partition of its source. */
    void addOutput(ConsumerRecord<byte[], byte[]> output) {
        String text = new String(output.value(), StandardCharsets.UTF_8);
        addEvent(Expectation.TOPIC, text);
        Matcher at = AT.matcher(at(text));
        if (at.matches() && Integer.parseInt(at.group(1)) != output.partition()) {
            events.addForeign("in partition " + output.partition() + " of the output topic: " + shown(text));
        }
    }

    void addDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
        Header origin = letter.headers().lastHeader("kstash.dead-letter.origin");
        Matcher place = ORIGIN.matcher(origin == null ? "" : new String(origin.value(), StandardCharsets.UTF_8));
        if (place.matches()) {
            events.add(
                    new Lane(Expectation.DEAD_LETTERS, Integer.parseInt(place.group(1))),
                    new Position(Long.parseLong(place.group(2)), 0));
        } else {
            events.addForeign("a dead letter without its origin, at offset " + letter.offset());
        }
    }

    /** All lines of all log files below a folder; each file is a place. */
    void addFiles(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> logs = tree.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            for (Path log : logs) {
                addLines(log, folder.relativize(log).toString());
            }
        }
    }

    private void addLines(Path log, String place) throws IOException {
        // One character for each byte, so that garbage is read, too.
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                addEvent(place, line);
            }
        }
    }

    private void addEvent(String place, String text) {
        Matcher at = AT.matcher(at(text));
        if (at.matches()) {
            events.add(
                    new Lane(place, Integer.parseInt(at.group(1))),
                    new Position(Long.parseLong(at.group(2)), text.contains("\"tags\":[\"copy\"]") ? 1 : 0));
        } else {
            events.addForeign("in " + place + ": " + shown(text));
        }
    }

    private static String at(String text) {
        try {
            JsonNode event = JSON.readTree(text);
            return event.path("at").asText();
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private static String shown(String text) {
        return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
    }
}
