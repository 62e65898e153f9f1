package io.kstash.transformer.streams;

import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.output.FileOutput;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.output.StdoutOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/**
 * The topology of a pipeline: each kafka input is a source, behind it the pipeline, and behind all of them one sink, for
 * every record says itself which topic it is for.
 */
final class PipelineTopology {
    private static final String SINK = "outputs";

    private final LoadedPipeline loaded;
    private final Map<String, FilePaths> files;
    private final OwnTopics ownTopics;
    private final TopicDirectory topics;
    private final Counters counters;
    private final DeadLetterNotice notice;

    PipelineTopology(
            LoadedPipeline loaded,
            Map<String, FilePaths> files,
            TopicDirectory topics,
            Counters counters,
            DeadLetterNotice notice) {
        this.loaded = loaded;
        this.files = files;
        this.ownTopics = OwnTopics.of(loaded.name());
        this.topics = topics;
        this.counters = counters;
        this.notice = notice;
    }

    /** The topology of these inputs, which share a group. */
    Topology build(List<PlannedInput<Input>> inputs) {
        Topology topology = new Topology();
        for (PlannedInput<Input> input : inputs) {
            addSource(topology, (KafkaInput) input.input(), input.id());
            topology.addProcessor(processorOf(input), () -> processor(input), input.id());
        }
        TopicNameExtractor<byte[], OutgoingRecord> topic = (key, record, context) -> record.topic();
        Serializer<OutgoingRecord> value = (anyTopic, record) -> record.value();
        String[] processors = inputs.stream().map(PipelineTopology::processorOf).toArray(String[]::new);
        return topology.addSink(SINK, topic, new ByteArraySerializer(), value, new SourcePartitioner(), processors);
    }

    private static void addSource(Topology topology, KafkaInput input, String id) {
        AutoOffsetReset reset = reset(input.autoOffsetReset().orElse("latest"));
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        if (input.topicsPattern().isPresent()) {
            Pattern pattern = Pattern.compile(input.topicsPattern().get());
            topology.addSource(reset, id, new RecordTime(), bytes, bytes, pattern);
        } else {
            topology.addSource(
                    reset, id, new RecordTime(), bytes, bytes, input.topics().toArray(String[]::new));
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

    private PipelineProcessor processor(PlannedInput<Input> input) {
        return new PipelineProcessor(
                input,
                loaded.pipeline(),
                outputs(),
                topics,
                new DeadLetterOutput(ownTopics.deadLetters(), loaded.version(), notice),
                counters);
    }

    /** New for each task, because encoders are not thread-safe. */
    private Map<String, EventOutput> outputs() {
        Map<String, EventOutput> outputs = new HashMap<>();
        for (PlannedOutput<Output> planned : loaded.pipeline().outputs()) {
            output(planned).ifPresent(output -> outputs.put(planned.id(), output));
        }
        return outputs;
    }

    private Optional<EventOutput> output(PlannedOutput<Output> planned) {
        if (planned.output() instanceof KafkaOutput topic) {
            return Optional.of(new TopicOutput(topic, topics));
        }
        if (planned.output() instanceof FileOutput file) {
            return Optional.of(new DeliveryOutput(
                    ownTopics.deliveries(),
                    planned.id(),
                    file.codec().newEncoder(),
                    Optional.ofNullable(files.get(planned.id()))
                            .filter(paths -> paths.single().isEmpty())));
        }
        if (planned.output() instanceof StdoutOutput stdout) {
            return Optional.of(new DeliveryOutput(
                    ownTopics.deliveries(), planned.id(), stdout.codec().newEncoder(), Optional.empty()));
        }
        return Optional.empty();
    }
}
