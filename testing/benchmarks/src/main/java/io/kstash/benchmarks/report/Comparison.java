package io.kstash.benchmarks.report;

import io.kstash.benchmarks.cases.Cases;
import io.kstash.benchmarks.measure.Figure;
import java.util.List;

/**
 * Two cases side by side.
 *
 * @param what is compared, in words
 * @param goal for the figure of the first case divided by that of the second
 */
record Comparison(String what, String caseName, String other, Figure figure, String goal) {
    static final List<Comparison> ALL = List.of(
            new Comparison(
                    "topic to topic: kstash / raw limit",
                    Cases.KSTASH_TO_TOPIC,
                    Cases.RAW_TO_TOPIC,
                    Figure.CLIENT_CPU,
                    "at most 2.5"),
            new Comparison(
                    "topic to file: kstash / Kafka Connect",
                    Cases.KSTASH_TO_FILE,
                    Cases.CONNECT_TO_FILE,
                    Figure.CLIENT_CPU,
                    "at most 1"),
            new Comparison(
                    "topic to file: kstash / rsyslog",
                    Cases.KSTASH_TO_FILE,
                    Cases.RSYSLOG_TO_FILE,
                    Figure.CLIENT_CPU,
                    "at most 0.5"),
            new Comparison(
                    "topic to file: kstash / rsyslog, tuned",
                    Cases.KSTASH_TO_FILE,
                    Cases.RSYSLOG_TUNED_TO_FILE,
                    Figure.CLIENT_CPU,
                    "–"),
            new Comparison(
                    "kstash topic to topic: exactly once / at least once",
                    Cases.KSTASH_TO_TOPIC,
                    Cases.KSTASH_TO_TOPIC_AT_LEAST_ONCE,
                    Figure.RATE,
                    "at least 0.9"),
            new Comparison(
                    "kstash topic to file: with fsync / without",
                    Cases.KSTASH_TO_FILE,
                    Cases.KSTASH_TO_FILE_IN_MEMORY,
                    Figure.RATE,
                    "–"));
}
