package io.kstash.producer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.HttpOptions;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaOptions;
import io.kstash.app.KafkaReachability;
import io.kstash.app.Monitoring;
import io.kstash.app.StandardStream;
import io.kstash.app.StatusLine;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/producer}: sends events to a topic at a steady rate. */
@Command(
        name = "producer",
        description = "Sends events to a topic at a steady rate.",
        sortOptions = false,
        footerHeading = "%nPlaceholders of --payload templates and --key:%n",
        footer = {
            "  {run}          id of this run, text",
            "  {producer_id}  number of the producer, from 0",
            "  {id}           number of the event in its producer, from 0",
            "  {timestamp}    seconds since the epoch, with six decimals",
            "  {value}        a random whole number from 1 to 100",
            "",
            "Without --payload the value is JSON with producer_id, id, timestamp and value.",
            "Without --key the records have no key and go to all partitions in turn.",
            "",
            "--payload FILE holds one template, or JSON lines: then its name ends with .jsonl",
            "or .ndjson, or each of its first two lines is a complete JSON value. --payload -",
            "is always lines. Each line is one record, as it is; empty lines are skipped. A",
            "line goes to the producer that is next, so --producers 1 keeps the order. The",
            "run ends with the data, or at --count."
        })
final class ProducerCommand implements AppCommand {
    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "multi-test-topic",
            description = "Created if it does not exist. Default: ${DEFAULT-VALUE}.")
    private String topic = "";

    @Option(
            names = "--producers",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many send side by side, with ids from 0. Default: ${DEFAULT-VALUE}.")
    private int producers;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "Records for each producer; 0 is without end. Default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            defaultValue = "1",
            converter = Rate.Converter.class,
            description = "Records a second for each producer: 500, 2k, 100/m, or max. Default: ${DEFAULT-VALUE}.")
    private Rate rate = Rate.MAX;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the topic if it has to be created. Default: 1.")
    private @Nullable Integer partitions;

    @Option(names = "--key", paramLabel = "TEMPLATE", description = "Key of the records, for example {producer_id}.")
    private @Nullable String key;

    @Option(
            names = "--payload",
            paramLabel = "FILE",
            description =
                    "Values of the records: a template or JSON lines (see below); - reads lines from standard input.")
    private @Nullable String payload;

    @Option(names = "--seed", paramLabel = "N", description = "Makes the random values the same in each run.")
    private @Nullable Long seed;

    @Mixin
    private final HttpOptions http = new HttpOptions();

    private final KafkaReachability reachability;

    ProducerCommand() {
        this(new KafkaReachability());
    }

    /** With another patience at the start, for tests. */
    ProducerCommand(KafkaReachability reachability) {
        this.reachability = reachability;
    }

    @Override
    public int run(AppContext app) throws InterruptedException, IOException {
        RunPlan plan = plan();
        KafkaClientSettings settings = kafka.settings(app);
        reachability.await(settings, app);
        setUpTopic(settings, app);
        app.err().println(plan.announcement() + " on " + settings.bootstrapServers());
        StatusLine status = new StatusLine(app.err(), StandardStream.ERR.isTerminal());
        ProducerRun run = new ProducerRun(plan, settings, app, status);
        try (Monitoring monitoring = http.start(run::health)) {
            return run.run(monitoring);
        }
    }

    private RunPlan plan() {
        UsageException.unless(producers >= 1, "--producers " + producers + ": give at least 1");
        UsageException.unless(count >= 0, "--count " + count + ": give at least 1, or 0 for records without end");
        UsageException.unless(
                partitions == null || partitions >= 1, "--partitions " + partitions + ": give at least 1");
        return new RunPlan(RunId.at(Instant.now()), topic, producers, count, rate, keyTemplate(), payload(), seed);
    }

    private @Nullable Template keyTemplate() {
        try {
            return key == null ? null : Template.parse(key);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--key " + key + ": " + e.getMessage(), e);
        }
    }

    private Payload payload() {
        return payload == null ? Template.EVENT : PayloadFile.open(payload, System.in);
    }

    private void setUpTopic(KafkaClientSettings settings, AppContext app) throws InterruptedException {
        try (Admin admin = Admin.create(settings.admin())) {
            int actual = new TopicSetup(admin, settings).ensure(topic, partitions == null ? 1 : partitions);
            if (partitions != null && actual != partitions) {
                app.err()
                        .println("Topic " + topic + " exists with " + actual
                                + (actual == 1 ? " partition" : " partitions") + " and stays so; --partitions "
                                + partitions + " only counts when it is created");
            }
        }
    }
}
