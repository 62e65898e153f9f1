package io.kstash.benchmarks.peer;

import picocli.CommandLine.Option;

/** What a peer reads, as a picocli mixin. */
final class SourceOptions {
    @Option(names = "--bootstrap-server", paramLabel = "HOST:PORT", required = true, description = "Kafka's address.")
    String bootstrapServer = "";

    @Option(names = "--topic", required = true, description = "The topic to read, from its beginning.")
    String topic = "";
}
