package io.kstash.localkafka;

import io.kstash.app.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jspecify.annotations.Nullable;

/** One broker that is a controller too. */
final class KafkaNode implements AutoCloseable {
    /** In the node's folder: the fingerprint of the users that it was made with; empty for none. */
    private static final String PROFILE_FILE = "secured-with";

    private final NodeSettings settings;
    private final String clusterIdIfNew;
    private @Nullable NodeServer server;

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
        server = new NodeServer(new KafkaConfig(settings.properties(), false));
        server.start();
    }

    /**
     * Users come into being with the cluster, so another profile would lock everybody out, the broker itself first.
     *
     * @throws UsageException if the folder was made with other users
     */
    void requireSameUsers() {
        if (!isFormatted()) {
            return;
        }
        try {
            Path profile = profileFile();
            String before = Files.exists(profile) ? Files.readString(profile) : "";
            if (!before.equals(fingerprint())) {
                throw new UsageException("The Kafka in " + settings.folder() + " was made "
                        + (before.isEmpty() ? "without --secure" : "with --secure, and other users than now")
                        + ": choose another folder with --data, or delete this one");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFormatted() {
        return Files.exists(settings.folder().resolve("meta.properties"));
    }

    private Path profileFile() {
        return settings.folder().resolve(PROFILE_FILE);
    }

    private String fingerprint() {
        return settings.security().map(BrokerSecurity::fingerprint).orElse("");
    }

    private void formatIfNew() {
        if (!isFormatted()) {
            write(profileFile(), fingerprint());
            format();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format() {
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
                    .setScramArguments(settings.security()
                            .map(BrokerSecurity::scramArguments)
                            .orElse(List.of()))
                    .run();
        } catch (Exception e) { // The Formatter declares no less.
            throw new IllegalStateException("Cannot prepare " + folder + " for Kafka: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
