package io.kstash.transformer.streams;

import io.kstash.engine.PlannedOutput;
import io.kstash.event.Template;
import io.kstash.ledger.LedgerOutput;
import io.kstash.plugin.Codec;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.output.FileOutput;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.output.StdoutOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes what turns events into the records of a pipeline's outputs. */
final class EventOutputs {
    private final LoadedPipeline loaded;
    private final Map<String, FilePaths> files;
    private final String deliveries;

    /** @param files where the events of file outputs go, by the id of the output */
    EventOutputs(LoadedPipeline loaded, Map<String, FilePaths> files) {
        this.loaded = loaded;
        this.files = files;
        this.deliveries = OwnTopics.of(loaded.name()).deliveries();
    }

    /** By the id of the output; new for each thread, because encoders are not thread-safe. */
    Map<String, EventOutput> create() {
        Map<String, EventOutput> outputs = new HashMap<>();
        for (PlannedOutput<Output> planned : loaded.pipeline().outputs()) {
            output(planned).ifPresent(output -> outputs.put(planned.id(), output));
        }
        return outputs;
    }

    private Optional<EventOutput> output(PlannedOutput<Output> planned) {
        if (planned.output() instanceof KafkaOutput topic) {
            return Optional.of(new TopicOutput(planned.id(), topic, isShared(planned, topic)));
        }
        if (planned.output() instanceof FileOutput file) {
            Optional<FilePaths> paths = Optional.ofNullable(files.get(planned.id()));
            String name = paths.map(FilePaths::toString).orElse(file.path().toString());
            return Optional.of(delivery(
                    new LedgerOutput(LedgerOutput.Kind.FILE, planned.id(), name),
                    file.codec(),
                    paths.filter(any -> any.single().isEmpty())));
        }
        if (planned.output() instanceof StdoutOutput stdout) {
            LedgerOutput destination = new LedgerOutput(LedgerOutput.Kind.STDOUT, planned.id(), "");
            return Optional.of(delivery(destination, stdout.codec(), Optional.empty()));
        }
        return Optional.empty();
    }

    private DeliveryOutput delivery(LedgerOutput destination, Codec codec, Optional<FilePaths> paths) {
        return new DeliveryOutput(deliveries, destination, codec.newEncoder(), paths);
    }

    /** Whether another output may write to the topic of this one. */
    private boolean isShared(PlannedOutput<Output> planned, KafkaOutput output) {
        return loaded.pipeline().outputs().stream()
                .filter(other -> !other.id().equals(planned.id()))
                .anyMatch(other ->
                        other.output() instanceof KafkaOutput second && mayBeTheSame(output.topic(), second.topic()));
    }

    private static boolean mayBeTheSame(Template one, Template other) {
        return !one.isConstant() || !other.isConstant() || one.toString().equals(other.toString());
    }
}
