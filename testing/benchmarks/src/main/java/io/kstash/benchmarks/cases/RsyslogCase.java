package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.FileSink;
import io.kstash.benchmarks.process.ProcessSpec;
import io.kstash.benchmarks.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * rsyslog, a log daemon in C: parses JSON, adds a field, writes JSON to a file.
 *
 * @param tuned with a queue of its own, larger batches and buffers
 */
record RsyslogCase(CaseSpec spec, boolean tuned) implements Case {
    private static final String PROGRAM = "rsyslogd";

    private static final String QUEUE =
            " queue.type=\"FixedArray\" queue.size=\"100000\" queue.dequeueBatchSize=\"4096\"";
    private static final String BUFFER = " ioBufferSize=\"256k\"";

    private static final String CONFIGURATION = """
        module(load="imkafka")
        module(load="mmjsonparse")
        template(name="json" type="string" string="%%$!all-json-plain%%\\n")
        input(type="imkafka" topic="%s" broker="%s" consumergroup="%s" ruleset="bench"
          confParam=["auto.offset.reset=earliest"])
        ruleset(name="bench"%s) {
          action(type="mmjsonparse" cookie="")
          set $!processed_by = "logstash";
          action(type="omfile" file="%s" template="json"%s)
        }
        """;

    @Override
    public Optional<String> obstacle() {
        boolean installed = Programs.find(PROGRAM).isPresent()
                && Programs.output(PROGRAM, "-v").isPresent()
                && hasKafkaModule();
        return installed
                ? Optional.empty()
                : Optional.of("rsyslog or its Kafka module is not installed: apt-get install rsyslog rsyslog-kafka");
    }

    private static boolean hasKafkaModule() {
        try (var found = Files.find(
                Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith(Path.of("rsyslog", "imkafka.so")))) {
            return found.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public Trial prepare(TrialPlace place) throws IOException, InterruptedException {
        FileSink sink = place.newFileSink();
        Path configuration = place.folder().resolve("rsyslog.conf");
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(
                        place.inputTopic(spec.input()),
                        place.topics().bootstrapServers(),
                        place.id(),
                        tuned ? QUEUE : "",
                        sink.file(),
                        tuned ? BUFFER : ""));
        String program = Programs.find(PROGRAM).orElseThrow().toString();
        return new Trial(
                ProcessSpec.of(List.of(
                        program,
                        "-n",
                        "-f",
                        configuration.toString(),
                        "-i",
                        place.folder().resolve("rsyslog.pid").toString())),
                sink);
    }
}
