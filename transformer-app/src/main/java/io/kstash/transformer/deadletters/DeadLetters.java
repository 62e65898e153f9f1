package io.kstash.transformer.deadletters;

import io.kstash.app.AppContext;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaReachability;
import io.kstash.app.UsageException;
import io.kstash.transformer.client.TopicAdmin;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.streams.Clusters;
import io.kstash.transformer.streams.OwnTopics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** The dead letters of a pipeline on a cluster. For one thread. */
public final class DeadLetters implements AutoCloseable {
    private final LoadedPipeline loaded;
    private final KafkaClientSettings client;
    private final TopicAdmin admin;
    private final OwnTopics topics;
    private final TopicDescription topic;
    private final PartitionReader reader;
    private final Assessor assessor;

    private DeadLetters(LoadedPipeline loaded, KafkaClientSettings client, AppContext app) {
        this.loaded = loaded;
        this.client = client;
        this.admin = new TopicAdmin(client);
        this.topics = OwnTopics.of(loaded.name());
        this.topic = admin.find(topics.deadLetters(), "Read")
                .orElseThrow(() -> new FailedException("There is no topic " + topics.deadLetters() + " at "
                        + client.bootstrapServers() + ": pipeline " + loaded.name() + " has not run on this Kafka"));
        this.reader = new PartitionReader(client, app);
        this.assessor = new Assessor(loaded, admin);
    }

    /**
     * Connects.
     *
     * @param bootstrapServer overrides the cluster of every plugin
     * @throws UsageException for a pipeline that reads no Kafka, or several
     * @throws FailedException where it has no dead letters' topic
     */
    public static DeadLetters open(LoadedPipeline loaded, Optional<String> bootstrapServer, AppContext app)
            throws InterruptedException {
        if (loaded.kafkaInputs().isEmpty()) {
            throw new UsageException("Pipeline " + loaded.name() + " does not read Kafka: it has no dead letters");
        }
        Set<KafkaClientSettings> clusters =
                new Clusters(loaded, bootstrapServer, app).inputs().keySet();
        if (clusters.size() > 1) {
            throw new UsageException("Pipeline " + loaded.name() + " reads several clusters: choose one of "
                    + clusters.stream()
                            .map(KafkaClientSettings::bootstrapServers)
                            .collect(Collectors.joining(" and "))
                    + " with --bootstrap-server");
        }
        KafkaClientSettings client = clusters.iterator().next();
        new KafkaReachability().await(client, app);
        return new DeadLetters(loaded, client, app);
    }

    /** How many there are of what kind, and how many would pass. */
    public Summary summary() {
        Summary summary = new Summary(topic.name());
        forEach((letter, sent) -> {
            if (sent) {
                summary.addSent();
            } else {
                summary.add(letter, assessor.assess(letter).passes());
            }
        });
        return summary;
    }

    /**
     * Tells of the last one at, or of the record at, these coordinates.
     *
     * @throws FailedException where there is none
     */
    public String page(Coordinates coordinates) {
        Deque<LetterPage> pages = new ArrayDeque<>();
        forEach((letter, sent) -> {
            if (coordinates.fit(letter)) {
                pages.clear();
                pages.add(new LetterPage(letter, sent, loaded.version(), assessor.assess(letter)));
            }
        });
        if (pages.isEmpty()) {
            throw new FailedException("Topic " + topic.name() + " has no dead letter at " + coordinates
                    + ", nor one of a record there; 'transformer dead-letters list' tells what there is");
        }
        return pages.element().text();
    }

    /** Sends some of them back to where they come from. */
    public RedriveResult redrive(Selection selection) {
        admin.ensure(topics.redrive(), 1, RedriveLog.SETTINGS);
        try (RedriveTransactions transactions = RedriveTransactions.begin(loaded.name(), client)) {
            Redrive redrive = new Redrive(transactions, log(), selection, assessor);
            // Read now that no other redrive can write any more.
            Map<Integer, OffsetRanges> sent = log().read(reader);
            for (TopicPartition partition : partitions()) {
                OffsetRanges ofPartition = sent(sent, partition);
                redrive.begin(partition, ofPartition);
                reader.read(partition, redrive::sendBack);
            }
            return redrive.result();
        }
    }

    private void forEach(BiConsumer<DeadLetter, Boolean> letters) {
        Map<Integer, OffsetRanges> sent =
                admin.find(topics.redrive(), "Read").isPresent() ? log().read(reader) : Map.of();
        for (TopicPartition partition : partitions()) {
            OffsetRanges ofPartition = sent(sent, partition);
            reader.read(
                    partition,
                    records -> records.forEach(record -> DeadLetter.of(record)
                            .ifPresent(letter -> letters.accept(letter, ofPartition.contains(record.offset())))));
        }
    }

    /** What Kafka has deleted needs no ranges of its own. */
    private OffsetRanges sent(Map<Integer, OffsetRanges> all, TopicPartition partition) {
        OffsetRanges sent = all.getOrDefault(partition.partition(), new OffsetRanges());
        sent.add(0, reader.beginning(partition));
        return sent;
    }

    private RedriveLog log() {
        return new RedriveLog(topics.redrive(), topic.topicId().toString());
    }

    private List<TopicPartition> partitions() {
        return topic.partitions().stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
