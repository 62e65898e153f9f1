package io.kstash.transformer.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Gives a producer the same transactional id after a restart. Kafka Streams makes a new one in each process, unless there
 * is a persistent store; then a transaction that kill -9 left open holds up its partitions until it times out. With the
 * same id the new producer ends it at once. Its consumers read in {@link Bundle}s.
 */
final class StableClientSupplier extends DefaultKafkaClientSupplier {
    private final String prefix;
    private final Ledger ledger;
    private final int mostRecords;
    private final TransactionPace pace = new TransactionPace();

    /**
     * Clients of a group.
     *
     * @param prefix of the transactional ids, the same for each start of this instance and unique among all
     * @param mostRecords that Kafka Streams may take for one
     * @param ledger that the producers write in each transaction
     */
    StableClientSupplier(String prefix, Ledger ledger, int mostRecords) {
        this.prefix = prefix;
        this.ledger = ledger;
        this.mostRecords = mostRecords;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new BundlingConsumer(config, mostRecords, pace);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Object given = config.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        if (given == null) {
            return super.getProducer(config);
        }
        Map<String, Object> stable = new HashMap<>(config);
        stable.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "-" + threadNumber(given.toString()));
        return new LedgerProducer(stable, ledger, pace);
    }

    /** Kafka Streams ends the id with the number of the thread. */
    private static String threadNumber(String transactionalId) {
        return transactionalId.substring(transactionalId.lastIndexOf('-') + 1);
    }
}
