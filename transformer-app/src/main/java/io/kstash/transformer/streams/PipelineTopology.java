package io.kstash.transformer.streams;

import io.kstash.engine.PlannedInput;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The topology of a pipeline: each kafka input is a source, and behind it the pipeline, which sends what comes out: every
 * record says itself which topic it is for.
 */
final class PipelineTopology {
    private final LoadedPipeline loaded;
    private final EventOutputs outputs;
    private final TopicDirectory topics;
    private final Counters counters;
    private final DeadLetterNotice notice;
    private final StreamsOptions options;

    PipelineTopology(
            LoadedPipeline loaded,
            EventOutputs outputs,
            TopicDirectory topics,
            Counters counters,
            DeadLetterNotice notice,
            StreamsOptions options) {
        this.loaded = loaded;
        this.outputs = outputs;
        this.topics = topics;
        this.counters = counters;
        this.notice = notice;
        this.options = options;
    }

    /**
     * The topology of these inputs, which share a group.
     *
     * @param ledger takes what becomes of their records
     */
    Topology build(List<PlannedInput<Input>> inputs, Ledger ledger) {
        Topology topology = new Topology();
        for (PlannedInput<Input> input : inputs) {
            addSource(topology, (KafkaInput) input.input(), input.id());
            topology.addProcessor(processorOf(input), () -> processor(input, ledger), input.id());
        }
        return topology;
    }

    private static void addSource(Topology topology, KafkaInput input, String id) {
        AutoOffsetReset reset = reset(input.autoOffsetReset().orElse("latest"));
        ByteArrayDeserializer key = new ByteArrayDeserializer();
        BundleDeserializer value = new BundleDeserializer();
        if (input.topicsPattern().isPresent()) {
            Pattern pattern = Pattern.compile(input.topicsPattern().get());
            topology.addSource(reset, id, new RecordTime(), key, value, pattern);
        } else {
            topology.addSource(
                    reset, id, new RecordTime(), key, value, input.topics().toArray(String[]::new));
        }
    }

    private static AutoOffsetReset reset(String option) {
        return switch (option) {
            case "earliest" -> AutoOffsetReset.earliest();
            case "none" -> AutoOffsetReset.none();
            default -> AutoOffsetReset.latest();
        };
    }

    private static String processorOf(PlannedInput<Input> input) {
        return input.id() + "-pipeline";
    }

    private PipelineProcessor processor(PlannedInput<Input> input, Ledger ledger) {
        RecordPipeline pipeline = new RecordPipeline(
                input, loaded.pipeline(), outputs.create(), topics::require, options.deadLetters(), options.time());
        DeadLetterOutput deadLetters =
                new DeadLetterOutput(OwnTopics.of(loaded.name()).deadLetters(), loaded.version(), notice);
        return new PipelineProcessor(pipeline, deadLetters, counters, new TaskLedger(ledger), processorOf(input));
    }
}
