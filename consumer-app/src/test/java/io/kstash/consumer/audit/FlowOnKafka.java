package io.kstash.consumer.audit;

import static org.awaitility.Awaitility.await;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.TopicCreator;
import io.kstash.delivery.Delivery;
import io.kstash.delivery.Destination;
import io.kstash.delivery.file.FileDestination;
import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerEntry.Run;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.LedgerOutput.Kind;
import io.kstash.ledger.Outcome;
import io.kstash.ledger.Source;
import io.kstash.testing.brokers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A pipeline's topics, and what its producers and its transformer write to them, with any fault that a test wants. As a JUnit
 * extension it ends its clients after the test.
 */
final class FlowOnKafka implements AutoCloseable, AfterEachCallback {
    static final String PRODUCER = "kstash.producer";
    private static int flows;

    final String name;
    final String input;
    final LedgerOutput output;
    final LedgerOutput file;
    final String bootstrapServers = new TestKafka().bootstrapServers();
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> plain;
    private final KafkaProducer<byte[], byte[]> transactional;

    /** @param folder of the file that the pipeline writes */
    FlowOnKafka(Path folder, int inputPartitions, int outputPartitions) {
        this.name = "flow" + flows++;
        this.input = name + "-input";
        this.output = new LedgerOutput(Kind.TOPIC, "kafka_1", name + "-output");
        this.file = new LedgerOutput(
                Kind.FILE, "file_1", folder.resolve(name + ".log").toString());
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        create(new NewTopic(input, inputPartitions, (short) 1));
        create(new NewTopic(output.name(), outputPartitions, (short) 1));
        create(new NewTopic(name + "-deliveries", 1, (short) 1));
        create(new NewTopic(name + "-dead-letters", 1, (short) 1));
        create(new NewTopic(name + "-ledger", 1, (short) 1).configs(Map.of("message.timestamp.type", "LogAppendTime")));
        this.plain = producer(bootstrapServers, Map.of());
        this.transactional = producer(bootstrapServers, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name));
        transactional.initTransactions();
    }

    private void create(NewTopic topic) {
        try {
            new TopicCreator(admin).create(topic);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends records of producer {@code run/1}, with these sequences, to partition 0. */
    void send(int... sequences) throws Exception {
        for (int sequence : sequences) {
            send(0, Map.of(PRODUCER, "run/1/" + sequence));
        }
    }

    long send(int partition, Map<String, String> headers) throws Exception {
        return put(input, partition, headers);
    }

    /** Writes a record by hand; answers with its offset. */
    long put(String topic, int partition, Map<String, String> headers) throws Exception {
        return plain.send(message(topic, partition, headers, "value")).get().offset();
    }

    /** An aborted transaction in the input, which leaves a gap in its offsets. */
    void abortInInput(int records) throws Exception {
        transactional.beginTransaction();
        for (int i = 0; i < records; i++) {
            transactional.send(message(input, 0, Map.of(), "aborted")).get();
        }
        transactional.abortTransaction();
    }

    /** Another transformer's transaction, which stays open until the answer is run. */
    Runnable openTransactionInOutput() throws Exception {
        KafkaProducer<byte[], byte[]> other =
                producer(bootstrapServers, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name + "-other"));
        other.initTransactions();
        other.beginTransaction();
        other.send(message(output.name(), 0, Map.of(), "open")).get();
        return () -> {
            other.abortTransaction();
            other.close();
        };
    }

    /** The transformer's next transaction. */
    Transaction transaction() {
        return new Transaction();
    }

    /** Writes what is to be delivered to a file. */
    void writeFile(Path log) throws InterruptedException {
        String topic = name + "-deliveries";
        Map<String, Destination> destinations = Map.of(file.id(), FileDestination.single(log, file.id()));
        try (Delivery delivery =
                Delivery.start(KafkaClientSettings.of(bootstrapServers), topic, topic, destinations, () -> {})) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !delivery.partitions().isEmpty());
            delivery.drain(Duration.ofSeconds(10));
        }
    }

    /** What retention does. */
    void deleteBelow(String topic, int partition, long offset) throws Exception {
        admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    Map<String, String> source(int partition, long offset, int index) {
        return Map.of(Source.HEADER, new Source(input, partition, offset, index).toString());
    }

    private static ProducerRecord<byte[], byte[]> message(
            String topic, int partition, Map<String, String> headers, @Nullable String value) {
        byte @Nullable [] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, partition, null, bytes);
        new TreeMap<>(headers)
                .forEach((key, text) -> message.headers().add(key, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        plain.close();
        transactional.close();
        admin.close();
    }

    /** Writes outputs and the ledger, as the transformer does. */
    final class Transaction {
        private final Map<Integer, List<Outcome>> outcomes = new HashMap<>();
        private final Map<Integer, List<Run>> runs = new HashMap<>();

        private Transaction() {
            transactional.beginTransaction();
        }

        /** Records of partition 0 become an event each, in the output topic. */
        Transaction emit(long... offsets) throws Exception {
            for (long offset : offsets) {
                account(0, offset, emitted(1, output));
                write(output, 0, offset, 0, 0);
            }
            return this;
        }

        /** Records of partition 0 become a line each, in the log file. */
        Transaction deliver(long... offsets) throws Exception {
            for (long offset : offsets) {
                account(0, offset, emitted(1, file));
                write(file, 0, offset, 0, 0);
            }
            return this;
        }

        /** Only the ledger says so. */
        Transaction account(int partition, long offset, Outcome outcome) {
            List<Outcome> known = outcomes.computeIfAbsent(partition, any -> new ArrayList<>());
            known.add(outcome);
            runs.computeIfAbsent(partition, any -> new ArrayList<>()).add(new Run(offset, 1, known.size() - 1));
            return this;
        }

        /** Only the output has it. */
        Transaction write(LedgerOutput to, int partition, long offset, int index, int outputPartition)
                throws Exception {
            Map<String, String> headers = new HashMap<>(source(partition, offset, index));
            headers.put("kstash.output", to.id());
            String topic = to.kind() == Kind.TOPIC ? to.name() : name + "-deliveries";
            return put(topic, outputPartition, headers, "event " + index + " of " + partition + "/" + offset + "\n");
        }

        Transaction put(String topic, int partition, Map<String, String> headers, @Nullable String value)
                throws Exception {
            transactional.send(message(topic, partition, headers, value)).get();
            return this;
        }

        /** Commits the offset for partition 0. */
        void commit(long nextOffset) throws Exception {
            commit(Map.of(0, nextOffset));
        }

        void commit(Map<Integer, Long> nextOffsets) throws Exception {
            for (Map.Entry<Integer, Long> next : nextOffsets.entrySet()) {
                int partition = next.getKey();
                LedgerEntry entry = new LedgerEntry(
                        "v1", input, partition, next.getValue(), outcomes.get(partition), runs.get(partition));
                transactional
                        .send(new ProducerRecord<>(name + "-ledger", entry.toBytes()))
                        .get();
            }
            transactional.commitTransaction();
        }

        void abort() {
            transactional.abortTransaction();
        }
    }

    static Outcome emitted(int events, LedgerOutput... outputs) {
        return new Outcome(List.of(new Outcome.Emitted(events, List.of(outputs))), 0, 0);
    }
}
