package io.kstash.benchmarks.cases;

import static io.kstash.benchmarks.cases.KstashTopicCase.Guarantee.AT_LEAST_ONCE;
import static io.kstash.benchmarks.cases.KstashTopicCase.Guarantee.EXACTLY_ONCE;
import static io.kstash.benchmarks.input.Input.ACCESS;
import static io.kstash.benchmarks.input.Input.APP;
import static io.kstash.benchmarks.input.Input.READINGS;
import static io.kstash.benchmarks.input.Input.READINGS_PROCESSED;

import io.kstash.app.UsageException;
import io.kstash.benchmarks.input.Input;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All cases, in the order in which they run and are shown. */
public final class Cases {
    public static final String RAW_TO_TOPIC = "raw-to-topic";
    public static final String RAW_TO_FILE = "raw-to-file";
    public static final String KSTASH_TO_TOPIC = "kstash-to-topic";
    public static final String KSTASH_TO_TOPIC_AT_LEAST_ONCE = "kstash-to-topic-at-least-once";
    public static final String KSTASH_TO_FILE = "kstash-to-file";
    public static final String KSTASH_TO_FILE_IN_MEMORY = "kstash-to-file-in-memory";
    public static final String CONNECT_TO_FILE = "connect-to-file";
    public static final String RSYSLOG_TO_FILE = "rsyslog-to-file";
    public static final String RSYSLOG_TUNED_TO_FILE = "rsyslog-tuned-to-file";

    private Cases() {}

    public static List<Case> all() {
        return List.of(
                new RawCase(toTopic(RAW_TO_TOPIC, "consume, produce the same bytes", READINGS_PROCESSED), true),
                new StreamsCase(
                        toTopic("streams-default", "Kafka Streams passes on, default settings", READINGS_PROCESSED),
                        false),
                new StreamsCase(
                        toTopic("streams-tuned", "Kafka Streams passes on, tuned clients", READINGS_PROCESSED), true),
                new KstashTopicCase(
                        toTopic(KSTASH_TO_TOPIC, "kstash, readings.conf, exactly once", READINGS), EXACTLY_ONCE),
                new KstashTopicCase(
                        toTopic(KSTASH_TO_TOPIC_AT_LEAST_ONCE, "kstash, readings.conf, at least once", READINGS),
                        AT_LEAST_ONCE),
                new RawCase(toFile(RAW_TO_FILE, "consume, append bytes and newline", READINGS_PROCESSED), false),
                new KcatCase(toFile("kcat-to-file", "kcat, bytes only", READINGS_PROCESSED)),
                new KstashFileCase(toFile(KSTASH_TO_FILE, "kstash, readings.conf, all hops", READINGS), false),
                new KstashFileCase(
                        toFile(KSTASH_TO_FILE_IN_MEMORY, "the same, file in memory: fsync is free", READINGS), true),
                new ConnectCase(toFile(CONNECT_TO_FILE, "Kafka Connect, FileStreamSink and InsertField", READINGS)),
                new RsyslogCase(toFile(RSYSLOG_TO_FILE, "rsyslog, imkafka, mmjsonparse, omfile", READINGS), false),
                new RsyslogCase(
                        toFile(RSYSLOG_TUNED_TO_FILE, "the same with a larger queue, batches and buffers", READINGS),
                        true),
                new KstashLocalCase(local("kstash-access", "kstash, access.conf, file to file", ACCESS), "plain"),
                new KstashLocalCase(local("kstash-app", "kstash, app.conf, file to file", APP), "json"),
                new RawCase(steady("latency-raw", "consume, produce the same bytes"), true),
                new StreamsCase(steady("latency-streams", "Kafka Streams passes on, tuned clients"), true),
                new KstashTopicCase(steady("latency-kstash", "kstash, readings.conf, exactly once"), EXACTLY_ONCE),
                new KstashTopicCase(
                        steady("latency-kstash-at-least-once", "kstash, readings.conf, at least once"), AT_LEAST_ONCE));
    }

    /**
     * Some of them.
     *
     * @param names none for all
     * @throws UsageException if there is no such case
     */
    public static List<Case> named(List<String> names) {
        List<String> known = all().stream().map(each -> each.spec().name()).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException("There is no case " + name + ": choose from "
                        + known.stream().collect(Collectors.joining(", ")));
            }
        }
        return all().stream()
                .filter(each -> names.isEmpty() || names.contains(each.spec().name()))
                .toList();
    }

    private static CaseSpec toTopic(String name, String description, Input input) {
        return new CaseSpec(name, description, Load.BACKLOG, input, Optional.of(RAW_TO_TOPIC));
    }

    private static CaseSpec toFile(String name, String description, Input input) {
        return new CaseSpec(name, description, Load.BACKLOG, input, Optional.of(RAW_TO_FILE));
    }

    private static CaseSpec local(String name, String description, Input input) {
        return new CaseSpec(name, description, Load.BACKLOG, input, Optional.empty());
    }

    private static CaseSpec steady(String name, String description) {
        return new CaseSpec(name, description, Load.STEADY, READINGS, Optional.empty());
    }
}
