package io.kstash.transformer.streams;

import io.kstash.engine.PlannedOutput;
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
            return Optional.of(new TopicOutput(topic));
        }
        if (planned.output() instanceof FileOutput file) {
            return Optional.of(new DeliveryOutput(
                    deliveries,
                    planned.id(),
                    file.codec().newEncoder(),
                    Optional.ofNullable(files.get(planned.id()))
                            .filter(paths -> paths.single().isEmpty())));
        }
        if (planned.output() instanceof StdoutOutput stdout) {
            return Optional.of(
                    new DeliveryOutput(deliveries, planned.id(), stdout.codec().newEncoder(), Optional.empty()));
        }
        return Optional.empty();
    }
}
