package io.kstash.testing.brokers;

import io.kstash.app.FileTree;
import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Kafka for all test classes of a process, since a start takes seconds, as a JUnit extension: {@link LocalKafka} or, where
 * the class path has a {@link BrokerProvider}, the Kafka of that one. So the same test classes run on either. Each test has
 * names of its own for topics and groups.
 */
public final class TestKafka implements BeforeAllCallback {
    private static @Nullable RunningBroker broker;

    /** {@code host:port}. */
    public String bootstrapServers() {
        return running().bootstrapServers();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running();
    }

    /** Starts with its first use, and ends with the process: Surefire runs each class as if it were the only one. */
    private static synchronized RunningBroker running() {
        RunningBroker started = broker;
        if (started == null) {
            started = ServiceLoader.load(BrokerProvider.class)
                    .findFirst()
                    .orElse(Local::start)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end of Kafka"));
            broker = started;
        }
        return started;
    }

    private record Local(Path data, LocalKafka kafka) implements RunningBroker {
        static Local start() {
            try {
                Path data = Files.createTempDirectory("kafka");
                return new Local(data, LocalKafka.builder().data(data).start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String bootstrapServers() {
            return kafka.bootstrapServers();
        }

        @Override
        public void close() {
            kafka.close();
            try {
                FileTree.delete(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
