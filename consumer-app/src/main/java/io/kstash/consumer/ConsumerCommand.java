package io.kstash.consumer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.Health;
import io.kstash.app.HttpOptions;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaOptions;
import io.kstash.app.KafkaReachability;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.Monitoring;
import io.kstash.app.StandardStream;
import io.kstash.app.UsageException;
import io.kstash.consumer.audit.AuditCommand;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/consumer}: prints the records of a topic. */
@Command(
        name = "consumer",
        subcommands = AuditCommand.class,
        description = "Prints the records of a topic, in offset order for each partition, until Ctrl-C.",
        sortOptions = false,
        footerHeading = "%nFormats:%n",
        footer = {
            "  value   the value and a newline; bytes that are not UTF-8 are replaced, no value",
            "          is an empty line",
            "  json    an object in a line: topic, partition, offset, timestamp (milliseconds),",
            "          key, headers, value; texts are strings, other bytes {\"base64\":\"...\"}, no",
            "          value is null",
            "  pretty  for reading: several lines, colours on a terminal",
            "",
            "--from seeks in each partition: beginning, end, an OFFSET (or the nearest one there",
            "is), a TIME (2026-11-23T08:00:00Z, 2026-11-23T08:00 or 2026-11-23), or how long ago",
            "(-30s, -10m, -2h, -1d). Without it the group goes on where it was, or starts at the",
            "beginning."
        })
final class ConsumerCommand implements AppCommand {
    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "multi-test-topic",
            description = "Waited for if it does not exist. Default: ${DEFAULT-VALUE}.")
    private String topic = "";

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            defaultValue = "group_a",
            description = "Consumer group that reads, and whose offsets are committed. Default: ${DEFAULT-VALUE}.")
    private String group = "";

    @Option(
            names = "--from",
            paramLabel = "START",
            converter = StartPosition.Converter.class,
            description = "Where to start: beginning, end, OFFSET or TIME (see below).")
    private @Nullable StartPosition from;

    @Option(names = "--max", paramLabel = "N", description = "End after so many records.")
    private @Nullable Long max;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "value",
            description = "value, json or pretty (see below). Default: ${DEFAULT-VALUE}.")
    private RecordFormat.Name format = RecordFormat.Name.VALUE;

    @Mixin
    private final HttpOptions http = new HttpOptions();

    private final KafkaReachability reachability;
    private volatile @Nullable TopicReader reader;

    ConsumerCommand() {
        this(new KafkaReachability());
    }

    /** With another patience at the start, for tests. */
    ConsumerCommand(KafkaReachability reachability) {
        this.reachability = reachability;
    }

    @Override
    public int run(AppContext app) throws InterruptedException, IOException {
        if (max != null && max < 1) {
            throw new UsageException("--max " + max + ": give at least 1");
        }
        try (Monitoring monitoring = http.start(() -> health(app))) {
            KafkaClientSettings settings = kafka.settings(app);
            reachability.await(settings, app);
            read(settings, app, monitoring);
        }
        return ExitCode.OK;
    }

    private void read(KafkaClientSettings settings, AppContext app, Monitoring monitoring)
            throws InterruptedException, IOException {
        boolean colours = StandardStream.OUT.isTerminal() && System.getenv("NO_COLOR") == null;
        RecordOutput output = new RecordOutput(app.out(), format.format(colours));
        Consumer<byte[], byte[]> consumer = ConsumerClient.open(settings, group);
        long most = max == null ? Long.MAX_VALUE : max;
        KafkaRefusal refusals = KafkaRefusal.of(settings, "Read");
        try (TopicReader opened = new TopicReader(consumer, topic, from, most, output, refusals, app)) {
            reader = opened;
            monitoring.counter("kstash.consumer.records", "Records printed", opened::recordsPrinted);
            monitoring.bind(() -> new KafkaClientMetrics(consumer));
            opened.run();
        }
    }

    private Health health(AppContext app) {
        TopicReader current = reader;
        List<Integer> partitions = current == null ? List.of() : current.partitions();
        long records = current == null ? 0 : current.recordsPrinted();
        return new Health(
                status(app, partitions),
                Map.of("group", group, "topic", topic, "partitions", partitions, "records", records));
    }

    private static Health.Status status(AppContext app, List<Integer> partitions) {
        if (app.stop().isRequested()) {
            return Health.Status.STOPPING;
        }
        return partitions.isEmpty() ? Health.Status.STARTING : Health.Status.READY;
    }
}
