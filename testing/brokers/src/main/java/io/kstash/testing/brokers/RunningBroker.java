package io.kstash.testing.brokers;

/** A Kafka of a test. Closing ends it and removes what it wrote. */
public interface RunningBroker extends AutoCloseable {
    /** {@code host:port} for clients on this machine, without TLS and authentication. */
    String bootstrapServers();

    @Override
    void close();
}
