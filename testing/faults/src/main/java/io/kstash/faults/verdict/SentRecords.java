package io.kstash.faults.verdict;

import io.kstash.up.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Whether all that the producers call sent is in the input topic, and nothing twice. */
final class SentRecords {
    private static final Pattern SUMMARY = Pattern.compile("run (\\w+): sent (\\d+),.*");

    private final Map<String, Set<String>> byRun = new HashMap<>();
    private final List<String> doubled = new ArrayList<>();

    void add(ConsumerRecord<byte[], byte[]> input) {
        Header header = input.headers().lastHeader("kstash.producer");
        String origin = header == null ? "none" : new String(header.value(), StandardCharsets.UTF_8);
        String run = origin.substring(0, Math.max(0, origin.indexOf('/')));
        if (!byRun.computeIfAbsent(run, any -> new HashSet<>()).add(origin)) {
            doubled.add("doubled before the topic: " + origin);
        }
    }

    /** Of the runs that came to their end; one that was killed promised nothing of what it did not say. */
    Verdict verdict(List<ChildProcess> producers) {
        long lost = 0;
        List<String> findings = new ArrayList<>(doubled);
        for (ChildProcess producer : producers) {
            for (String line : producer.lastPrinted()) {
                Matcher summary = SUMMARY.matcher(line);
                if (summary.matches()) {
                    long missing = Long.parseLong(summary.group(2))
                            - byRun.getOrDefault(summary.group(1), Set.of()).size();
                    if (missing > 0) {
                        lost += missing;
                        findings.add("lost before the topic: " + missing + " of \"" + line + "\"");
                    }
                }
            }
        }
        return new Verdict(lost, doubled.size(), 0, 0, findings);
    }
}
