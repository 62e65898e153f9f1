package io.kstash.transformer.streams;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.engine.PlannedInput;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Kafka Streams for the inputs of one group. */
final class GroupRun {
    private final InstanceIdentity identity;
    private final KafkaStreams streams;

    private GroupRun(InstanceIdentity identity, KafkaStreams streams) {
        this.identity = identity;
        this.streams = streams;
    }

    /**
     * Makes it; nothing runs yet.
     *
     * @param inputs at least one, all of one group
     * @param ledger that the topology fills
     * @param producer settings that the pipeline's outputs give
     * @param mostRecords of a {@link Bundle}
     */
    static GroupRun of(
            List<PlannedInput<Input>> inputs,
            Topology topology,
            Ledger ledger,
            KafkaClientSettings client,
            Map<String, String> producer,
            int mostRecords,
            DataFolder data,
            Failures failures) {
        List<KafkaInput> kafka =
                inputs.stream().map(planned -> (KafkaInput) planned.input()).toList();
        String group = kafka.get(0).groupId();
        InstanceIdentity identity = InstanceIdentity.claim(data.ofGroup(group));
        Properties settings = StreamsSettings.of(client, kafka, producer, identity);
        KafkaStreams streams =
                open(topology, settings, new StableClientSupplier(group + "-" + identity.id(), ledger, mostRecords));
        KafkaRefusal refusals = refusals(client, group, kafka);
        streams.setUncaughtExceptionHandler(failure -> failures.handle(failure, refusals));
        return new GroupRun(identity, streams);
    }

    private static KafkaStreams open(Topology topology, Properties settings, KafkaClientSupplier clients) {
        try {
            return new KafkaStreams(topology, settings, clients);
        } catch (KafkaException unusable) {
            throw KafkaClientSettings.refusal(unusable);
        }
    }

    private static KafkaRefusal refusals(KafkaClientSettings client, String group, List<KafkaInput> inputs) {
        return KafkaRefusal.ofTransactions(
                client,
                topic -> inputs.stream().anyMatch(input -> input.topics().contains(topic)) ? "Read" : "Write",
                group + "-");
    }

    void start(KafkaStreams.StateListener listener) {
        streams.setStateListener(listener);
        streams.start();
    }

    /** Who this process is in the group, over restarts. */
    String instance() {
        return identity.id();
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    KafkaStreams streams() {
        return streams;
    }

    /**
     * Commits what is done and leaves the group, so that other instances go on at once. What is not done within the limit,
     * because Kafka is away or events are slow, is left to the next start: its transaction is none.
     */
    void close(Duration limit) {
        streams.close(CloseOptions.timeout(limit)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        identity.close();
    }
}
