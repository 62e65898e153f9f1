package io.kstash.consumer.audit;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaOptions;
import io.kstash.app.KafkaReachability;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.StandardStream;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/consumer audit}: whether every record of a pipeline is accounted for. */
@Command(
        name = "audit",
        description = {
            "Says what became of every record that a pipeline has read: reads its ledger, its inputs and its outputs,",
            "and names what is lost, doubled or out of order. Exit code 0 only if nothing is."
        },
        sortOptions = false)
public final class AuditCommand implements AppCommand {
    @Option(
            names = {"-f", "--pipeline"},
            paramLabel = "PIPELINE",
            required = true,
            description = "The pipeline's file or folder; only its name counts.")
    private Path pipeline = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:kstash.data:-data}",
            description = {
                "Where to look for files that are not where the ledger says, for example because",
                "the transformer runs in a container. Default: ${DEFAULT-VALUE}."
            })
    private Path data = Path.of("");

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--json", description = "Print one JSON object (docs/audit.md describes it).")
    private boolean json;

    @Option(names = "--watch", description = "Audit again and again, until Ctrl-C.")
    private boolean watch;

    private final KafkaReachability reachability;
    private final Duration patience;

    /** As users have it. */
    public AuditCommand() {
        this(new KafkaReachability(), Audit.LONGEST_TRANSACTION);
    }

    /** With another patience, for tests. */
    AuditCommand(KafkaReachability reachability, Duration patience) {
        this.reachability = reachability;
        this.patience = patience;
    }

    @Override
    public int run(AppContext app) throws InterruptedException {
        KafkaClientSettings settings = kafka.settings(app);
        reachability.await(settings, app);
        PipelineTopics topics = PipelineTopics.of(pipeline);
        boolean terminal = StandardStream.OUT.isTerminal();
        ReportOutput output = new ReportOutput(app.out(), json, watch, terminal);
        try (CommittedRecords records = new CommittedRecords(settings, topics.ledger(), app.stop())) {
            AuditWatch audits = new AuditWatch(() -> new Audit(topics, records, data, patience).run(), output);
            boolean holds = watch ? audits.repeat(app.stop()) : audits.once();
            return holds ? ExitCode.OK : ExitCode.FAILED;
        } catch (KafkaException e) {
            throw KafkaRefusal.of(settings, "Read")
                    .explain(e)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }
}
