package io.kstash.localkafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jspecify.annotations.Nullable;

/** One broker that is a controller too. */
final class KafkaNode implements AutoCloseable {
    private final NodeSettings settings;
    private final String clusterIdIfNew;
    private @Nullable KafkaRaftServer server;

    /** @param clusterIdIfNew written into the folder at its first use; all nodes of a cluster need the same */
    KafkaNode(NodeSettings settings, String clusterIdIfNew) {
        this.settings = settings;
        this.clusterIdIfNew = clusterIdIfNew;
    }

    String address() {
        return settings.address();
    }

    /** Returns when the broker serves clients. */
    synchronized void start() {
        formatIfNew();
        server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        server.startup();
    }

    private void formatIfNew() {
        if (Files.exists(settings.folder().resolve("meta.properties"))) {
            return;
        }
        String folder = settings.folder().toString();
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(settings.nodeId())
                    .setClusterId(clusterIdIfNew)
                    .addDirectory(folder)
                    .setMetadataLogDirectory(folder)
                    .setControllerListenerName(NodeSettings.CONTROLLER_LISTENER)
                    .run();
        } catch (Exception e) { // The Formatter declares no less.
            throw new IllegalStateException("Cannot prepare " + folder + " for Kafka: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }
}
