package io.kstash.delivery;

import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One broker for all test classes of the module: each starts in seconds. */
final class SharedKafka implements BeforeAllCallback {
    private static LocalKafka kafka;

    static String bootstrapServers() {
        return Objects.requireNonNull(kafka, "Extend the test with SharedKafka").bootstrapServers();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedKafka.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start());
    }

    /** JUnit closes it behind the last test. */
    private record Running(Path data) implements AutoCloseable {
        static Running start() {
            try {
                Path data = Files.createTempDirectory("kafka");
                kafka = LocalKafka.builder().data(data).start();
                return new Running(data);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            kafka.close();
            try (var files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
