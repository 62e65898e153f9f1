package io.kstash.console;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.Health;
import io.kstash.app.HttpOptions;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaOptions;
import io.kstash.app.KafkaReachability;
import io.kstash.app.Monitoring;
import io.kstash.app.UsageException;
import io.kstash.console.deadletters.DeadLettersApi;
import io.kstash.console.groups.GroupCatalog;
import io.kstash.console.groups.GroupsApi;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.pipeline.AuditApi;
import io.kstash.console.pipeline.PipelineApi;
import io.kstash.console.pipeline.WayApi;
import io.kstash.console.records.RecordsApi;
import io.kstash.console.topics.TopicsApi;
import io.kstash.console.web.Api;
import io.kstash.console.web.WebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/console}: serves a page to look at a cluster and a pipeline. */
@Command(
        name = "console",
        description =
                "Serves a page to look at topics, records, groups and a pipeline, until Ctrl-C. It changes nothing.",
        sortOptions = false)
final class ConsoleCommand implements AppCommand {
    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Everybody who can reach it can read all records: there is no login."
                    + " Default: ${DEFAULT-VALUE}.")
    private String host = "";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description = "A name under which browsers may ask for the page, besides localhost and, where --host is not"
                    + " loopback, numeric addresses. Several with commas.")
    private List<String> names = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--transformer",
            paramLabel = "URL",
            description = "Where the transformer tells of itself (its --http-port), for the page of the pipeline; all"
                    + " that a name stands for, if these are several.")
    private @Nullable URI transformer;

    @Option(
            names = "--pipeline",
            paramLabel = "FILE",
            description = "The pipeline's file or folder, for the way of a record and the audit.")
    private @Nullable Path pipeline;

    @Mixin
    private final HttpOptions http = new HttpOptions();

    private final KafkaReachability reachability;
    private volatile boolean serving;

    ConsoleCommand() {
        this(new KafkaReachability());
    }

    /** With another patience at the start, for tests. */
    ConsoleCommand(KafkaReachability reachability) {
        this.reachability = reachability;
    }

    @Override
    public int run(AppContext app) throws InterruptedException {
        requireUsable();
        KafkaClientSettings settings = kafka.settings(app);
        try (Monitoring monitoring = http.start(() -> health(app))) {
            reachability.await(settings, app);
            monitoring.gauge("kstash.console.up", "1 while the page is served", () -> serving ? 1 : 0);
            try (KafkaAccess access = new KafkaAccess(settings);
                    WebServer server =
                            WebServer.start(host, port, names, apis(access, settings, monitoring), settings)) {
                serving = true;
                app.out().println("Console: " + server.address());
                app.stop().await();
            }
        }
        return ExitCode.OK;
    }

    private void requireUsable() {
        if (transformer != null && !"http".equals(transformer.getScheme())) {
            throw new UsageException(
                    "--transformer " + transformer + ": give an address such as http://localhost:8088");
        }
        if (pipeline != null && !Files.isReadable(pipeline)) {
            throw new UsageException("No such pipeline: " + pipeline + " (--pipeline)");
        }
    }

    private List<Api> apis(KafkaAccess access, KafkaClientSettings settings, Monitoring monitoring) {
        GroupCatalog groups = new GroupCatalog(access);
        PipelineApi flow = new PipelineApi(Optional.ofNullable(transformer), access, groups);
        monitoring.gauge(
                "kstash.console.pipeline.lag", "Records that wait for the pipeline, whether or not it runs", flow::lag);
        List<Api> apis = new ArrayList<>(List.of(
                new AboutApi(access.bootstrapServers(), transformer != null, pipeline != null),
                new TopicsApi(access, groups),
                new RecordsApi(access),
                new GroupsApi(groups),
                flow,
                new DeadLettersApi(access)));
        if (pipeline != null) {
            Path scripts = Path.of(System.getProperty("kstash.home", ".")).resolve("scripts");
            apis.add(new WayApi(scripts, pipeline, settings));
            apis.add(new AuditApi(scripts, pipeline, settings));
        }
        return apis;
    }

    private Health health(AppContext app) {
        Health.Status status = serving ? Health.Status.READY : Health.Status.STARTING;
        return new Health(app.stop().isRequested() ? Health.Status.STOPPING : status, Map.of("port", port));
    }
}
