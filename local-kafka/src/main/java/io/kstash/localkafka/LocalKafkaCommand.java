package io.kstash.localkafka;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.Health;
import io.kstash.app.HttpOptions;
import io.kstash.app.Monitoring;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code local-kafka}: runs until it is stopped. */
@Command(
        name = "local-kafka",
        description = "Runs a real one-node Kafka on this machine until Ctrl-C. Its records stay in the data folder.",
        sortOptions = false)
final class LocalKafkaCommand implements AppCommand {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Where clients connect. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--advertised-port",
            paramLabel = "PORT",
            description =
                    "Where clients are told to connect, if that is a proxy's port or a forwarded one. Default: that of"
                            + " --port.")
    private @Nullable Integer advertisedPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:kstash.data:-data}",
            description = "The data folder; Kafka keeps its records in DIR/kafka. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(
            names = "--quick-restarts",
            description =
                    "Be back 7 seconds after a kill -9 instead of 15. A machine that stops for more than a second could"
                            + " lose its broker for a moment.")
    private boolean quickRestarts;

    @Option(
            names = "--secure",
            paramLabel = "DIR",
            description = "Let only the users of a profile in, over TLS, and only to what an ACL allows: a folder that"
                    + " examples/secure/create makes (docs/security.md).")
    private @Nullable Path secure;

    @Mixin
    private final HttpOptions http = new HttpOptions();

    private volatile Health health = new Health(Health.Status.STARTING, Map.of());

    @Override
    public int run(AppContext app) throws InterruptedException {
        Monitoring monitoring = http.start(() -> health);
        try {
            serve(app);
        } finally {
            monitoring.close();
        }
        return ExitCode.OK;
    }

    private void serve(AppContext app) throws InterruptedException {
        Path folder = data.resolve("kafka");
        LocalKafka.Builder builder = LocalKafka.builder().port(port).data(folder);
        if (advertisedPort != null) {
            builder.advertisedPort(advertisedPort);
        }
        if (quickRestarts) {
            builder.quickRestarts();
        }
        if (secure != null) {
            builder.secured(BrokerSecurity.read(secure));
        }
        try (LocalKafka kafka = builder.start()) {
            String address = kafka.bootstrapServers();
            health = new Health(Health.Status.READY, Map.of("bootstrapServers", address));
            app.out().println("Kafka is ready at " + address + ", its records are in " + folder + "; Ctrl-C stops it");
            app.stop().await();
            health = new Health(Health.Status.STOPPING, Map.of());
        }
    }
}
