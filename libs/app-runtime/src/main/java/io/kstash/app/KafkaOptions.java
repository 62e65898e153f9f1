package io.kstash.app;

import picocli.CommandLine.Option;

/** Where Kafka is, as a picocli mixin. */
public final class KafkaOptions {
    /** Where a Kafka on the same machine listens. */
    public static final String DEFAULT_BOOTSTRAP_SERVER = "localhost:9092";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            defaultValue = DEFAULT_BOOTSTRAP_SERVER,
            description = "Kafka's address, or several with commas. Default: ${DEFAULT-VALUE}.")
    private String bootstrapServer = DEFAULT_BOOTSTRAP_SERVER;

    /** The address with the client settings of the {@code --config} file. */
    public KafkaClientSettings settings(AppContext app) {
        return new KafkaClientSettings(bootstrapServer, app.clientSettings());
    }
}
