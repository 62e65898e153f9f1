package io.kstash.transformer.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Dead letters by stage, place and reason. Reasons that differ in numbers only are one. Not thread-safe. */
public final class Summary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String topic;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private int waiting;
    private int wouldPass;
    private int sentBack;

    Summary(String topic) {
        this.topic = topic;
    }

    void addSent() {
        sentBack++;
    }

    void add(DeadLetter letter, boolean passes) {
        waiting++;
        wouldPass += passes ? 1 : 0;
        List<String> kind =
                List.of(letter.stage(), letter.place(), letter.reason().replaceAll("[0-9]+", "0"));
        groups.computeIfAbsent(kind, first -> new Group(letter)).add(letter, passes);
    }

    /** A table for a person. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        if (waiting > 0) {
            List<Group> rows = byCount();
            int stage = width(
                    "STAGE", rows.stream().map(group -> group.first.stage()).toList());
            int place = width(
                    "PLACE", rows.stream().map(group -> group.first.place()).toList());
            String form = "%7s  %10s  %-20s  %-20s  %-" + stage + "s  %-" + place + "s  %s";
            lines.add(format(form, "COUNT", "WOULD PASS", "FIRST", "LAST", "STAGE", "PLACE", "REASON"));
            rows.forEach(row -> lines.add(row.line(form)));
        }
        lines.add(waiting + (waiting == 1 ? " dead letter" : " dead letters") + " in topic " + topic + ", " + wouldPass
                + " would pass now" + (sentBack > 0 ? "; " + sentBack + " more were sent back" : ""));
        return lines;
    }

    private static int width(String title, List<String> cells) {
        return cells.stream().mapToInt(String::length).reduce(title.length(), Math::max);
    }

    private static String format(String form, Object... cells) {
        return String.format(Locale.ROOT, form, cells);
    }

    /** The same for a program, in one line. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("topic", topic);
        all.put("count", waiting);
        all.put("wouldPass", wouldPass);
        all.put("sentBack", sentBack);
        all.put("groups", byCount().stream().map(Group::fields).toList());
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Group> byCount() {
        return groups.values().stream()
                .sorted(Comparator.comparingInt((Group group) -> group.count).reversed())
                .toList();
    }

    /** Dead letters of one kind. */
    private static final class Group {
        private final DeadLetter first;
        private Instant earliest;
        private Instant latest;
        private int count;
        private int wouldPass;

        Group(DeadLetter first) {
            this.first = first;
            this.earliest = first.since();
            this.latest = first.since();
        }

        void add(DeadLetter letter, boolean passes) {
            count++;
            wouldPass += passes ? 1 : 0;
            earliest = letter.since().isBefore(earliest) ? letter.since() : earliest;
            latest = letter.since().isAfter(latest) ? letter.since() : latest;
        }

        String line(String form) {
            return format(
                    form,
                    count,
                    wouldPass,
                    earliest.truncatedTo(ChronoUnit.SECONDS),
                    latest.truncatedTo(ChronoUnit.SECONDS),
                    first.stage(),
                    first.place(),
                    first.reason().replaceAll("\\s+", " "));
        }

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("stage", first.stage());
            fields.put("place", first.place());
            fields.put("reason", first.reason());
            fields.put("count", count);
            fields.put("wouldPass", wouldPass);
            fields.put("first", earliest.toString());
            fields.put("last", latest.toString());
            return fields;
        }
    }
}
