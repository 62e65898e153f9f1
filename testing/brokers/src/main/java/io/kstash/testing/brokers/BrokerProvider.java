package io.kstash.testing.brokers;

/** Starts another Kafka than {@code LocalKafka} for tests; found by {@link java.util.ServiceLoader}. */
public interface BrokerProvider {
    /**
     * Returns when clients can use it. It must not create topics by itself.
     *
     * @throws org.opentest4j.TestAbortedException where this kind of Kafka cannot be had; its message says why
     */
    RunningBroker start();
}
