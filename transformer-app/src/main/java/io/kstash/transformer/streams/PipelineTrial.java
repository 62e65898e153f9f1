package io.kstash.transformer.streams;

import io.kstash.engine.PlannedInput;
import io.kstash.transformer.client.TopicAdmin;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import java.util.Map;
import java.util.Optional;

/**
 * Tries what a pipeline makes of a record, and sends and creates nothing. What would only be tagged, because it cannot be
 * decoded or takes too long, fails here. For one thread.
 */
public final class PipelineTrial {
    private final LoadedPipeline loaded;
    private final EventOutputs outputs;
    private final TopicDirectory topics;

    public PipelineTrial(LoadedPipeline loaded, TopicAdmin admin) {
        this.loaded = loaded;
        this.outputs = new EventOutputs(loaded, Map.of());
        this.topics = new TopicDirectory(admin);
    }

    /** What the pipeline makes of the record; empty where it does not read such a topic. */
    public Optional<RecordResult> process(SourceRecord record) {
        return loaded.pipeline().inputs().stream()
                .filter(planned ->
                        ((KafkaInput) planned.input()).reads(record.origin().topic()))
                .findFirst()
                .map(planned -> pipeline(planned).process(record));
    }

    /** New for each record: a decoder may keep the rest of one for the next. */
    private RecordPipeline pipeline(PlannedInput<Input> planned) {
        return new RecordPipeline(
                planned,
                loaded.pipeline(),
                outputs.create(),
                topics::requireIfPresent,
                DeadLetterPolicy.STRICT,
                EventTime.RECORD);
    }
}
