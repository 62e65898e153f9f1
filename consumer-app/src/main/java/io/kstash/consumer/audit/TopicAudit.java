package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.consumer.audit.Finding.Records;
import io.kstash.delivery.DeliveryHeaders;
import io.kstash.ledger.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of a topic that the pipeline writes to, and tells each to the output that it is of. For one thread.
 *
 * <p>A record without a source is one that nothing accounts for, unless it was there before the pipeline's own. One whose
 * source is in a topic that this pipeline does not read, but that exists, is another pipeline's matter.
 */
final class TopicAudit {
    private final Ledger ledger;
    private final List<OutputAudit> outputs;
    private final Set<String> topics;
    private final Findings findings;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Map<TopicPartition, Boolean> begun = new HashMap<>();
    private Map<TopicPartition, Long> inputEnds = Map.of();
    private long foreign;

    /**
     * An audit of a topic.
     *
     * @param outputs that write there
     * @param topics all that exist
     */
    TopicAudit(Ledger ledger, List<OutputAudit> outputs, Set<String> topics, Findings findings) {
        this.ledger = ledger;
        this.outputs = outputs;
        this.topics = topics;
        this.findings = findings;
    }

    /** A partition of the topic. */
    void addLane(TopicPartition partition, boolean beginsLater) {
        Lane lane = Lane.ofPartition(partition.topic(), partition.partition(), beginsLater);
        lanes.put(partition, lane);
        outputs.forEach(output -> output.topic().readFrom(lane));
    }

    /** How far the input reached when, or after, all was written that is taken from now on. */
    void limitSources(Map<TopicPartition, Long> ends) {
        inputEnds = ends;
    }

    void take(ConsumerRecord<?, ?> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        Lane lane =
                lanes.computeIfAbsent(partition, added -> Lane.ofPartition(added.topic(), added.partition(), false));
        Optional<Source> source = RecordHeader.text(message, Source.HEADER).flatMap(Source::parse);
        if (source.isEmpty()) {
            takeWithoutSource(partition, lane.at(message.offset()));
            return;
        }
        begun.put(partition, true);
        take(source.get(), lane, message);
    }

    private void takeWithoutSource(TopicPartition partition, String where) {
        if (begun.containsKey(partition)) {
            unexpected(where, "it has no header " + Source.HEADER + " that says what it was made of");
        } else {
            foreign++;
        }
    }

    private void take(Source source, Lane lane, ConsumerRecord<?, ?> message) {
        TopicPartition id = new TopicPartition(source.topic(), source.partition());
        AuditedPartition partition = ledger.partition(id);
        if (partition == null && !ledger.inputTopics().contains(source.topic()) && topics.contains(source.topic())) {
            foreign++;
        } else if (partition == null || source.offset() >= inputEnds.getOrDefault(id, 0L)) {
            unexpected(lane.at(message.offset()), "there is no input record " + source);
        } else if (partition.covers(source.offset())) {
            OutputAudit output = outputOf(message, partition, source);
            output.arrive(lane, message.offset(), partition, source.offset(), source.index());
        }
    }

    /**
     * A record need not say of which output it is: the pipeline may have had only one then. Nor need its id be enough: what
     * has the id may have got another name since.
     */
    private OutputAudit outputOf(ConsumerRecord<?, ?> message, AuditedPartition partition, Source source) {
        if (outputs.size() == 1) {
            return outputs.get(0);
        }
        Optional<String> id = RecordHeader.text(message, DeliveryHeaders.OUTPUT);
        List<OutputAudit> named = outputs.stream()
                .filter(output -> id.isPresent() && output.output().id().equals(id.get()))
                .toList();
        return Routing.likeliest(
                named.isEmpty() ? outputs : named, OutputAudit::topic, partition, source.offset(), source.index());
    }

    private void unexpected(String where, String why) {
        String stage = outputs.get(0).topic().name();
        findings.add(new Finding(Kind.UNEXPECTED, stage, (@Nullable Records) null, null, null, where, why));
    }

    /** Records of others: from before the pipeline wrote here, or of another pipeline. */
    long foreign() {
        return foreign;
    }

    /** Whether everything that should be here was taken. */
    boolean isComplete() {
        return outputs.stream().allMatch(output -> output.topic().isComplete());
    }
}
