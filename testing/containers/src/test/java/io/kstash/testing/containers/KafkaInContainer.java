package io.kstash.testing.containers;

import io.kstash.testing.brokers.BrokerProvider;
import io.kstash.testing.brokers.RunningBroker;
import java.time.Duration;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The broker that people run: the tests that get it are skipped, and say so, where there is no Docker engine. */
public final class KafkaInContainer implements BrokerProvider {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    @Override
    public RunningBroker start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String reason = "SKIPPED: there is no Docker engine, so nothing was tested on " + IMAGE;
            System.out.println(reason);
            throw new TestAbortedException(reason);
        }
        KafkaContainer kafka = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withStartupTimeout(START_LIMIT);
        kafka.start();
        return new Container(kafka);
    }

    private record Container(KafkaContainer kafka) implements RunningBroker {
        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public void close() {
            kafka.close();
        }
    }
}
