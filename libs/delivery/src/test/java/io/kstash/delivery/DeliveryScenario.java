package io.kstash.delivery;

import io.kstash.app.KafkaClientSettings;
import io.kstash.delivery.file.FileDestination;
import io.kstash.delivery.stdout.StdoutDestination;
import io.kstash.testing.brokers.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A broker, a deliveries topic for each test, and destinations in a folder. The topic's name is the group's, too. */
abstract class DeliveryScenario {
    static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestKafka broker = new TestKafka();

    final AtomicInteger failures = new AtomicInteger();
    final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    DeliveriesTopic topic;
    String name;

    @BeforeEach
    final void ownTopic(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        topic = new DeliveriesTopic(bootstrapServers(), name);
    }

    @AfterEach
    final void leaveTopic() {
        topic.close();
    }

    static String bootstrapServers() {
        return broker.bootstrapServers();
    }

    final Delivery start(Map<String, Destination> destinations) {
        return Delivery.start(settings(), name, name, destinations, failures::incrementAndGet);
    }

    static KafkaClientSettings settings() {
        // What a topic is like is asked for more often, so that a deleted one is noticed soon.
        return new KafkaClientSettings(bootstrapServers(), Map.of("metadata.max.age.ms", "1000"));
    }

    final Destination file(String file) {
        return FileDestination.single(folder.resolve(file), file.substring(0, file.indexOf('.')));
    }

    final Destination stdout() {
        return new StdoutDestination(new PrintStream(stdout, false, StandardCharsets.UTF_8));
    }

    final List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    final List<String> linesOf(String file, String prefix) throws IOException {
        return lines(file).stream().filter(line -> line.startsWith(prefix)).toList();
    }
}
