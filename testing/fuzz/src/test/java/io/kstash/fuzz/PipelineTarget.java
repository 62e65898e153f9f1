package io.kstash.fuzz;

import io.kstash.codecs.json.JsonEvents;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.StageFailure;
import io.kstash.engine.plan.PlanResult;
import io.kstash.event.Event;
import io.kstash.event.JsonWriter;
import io.kstash.event.Timestamp;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pipelines and events: checked, and if fine also run. */
final class PipelineTarget implements Target {
    /** What Java says when code went wrong, and not the data. */
    private static final Pattern ACCIDENT = Pattern.compile(
            "Cannot invoke|Cannot read|cannot be cast|out of bounds|out of range|NullPointer|ClassCast");

    private final String name;
    private final Corpus corpus;
    private final boolean spoilsPipeline;
    private final boolean spoilsEvents;
    private final PipelineLoader loader = new PipelineLoader(Map.of(), true);
    private final JsonEvents decoder = new JsonEvents(PayloadText.inUtf8(), OriginalField.none(), Optional.empty());

    private PipelineTarget(String name, Corpus corpus, boolean spoilsPipeline, boolean spoilsEvents) {
        this.name = name;
        this.corpus = corpus;
        this.spoilsPipeline = spoilsPipeline;
        this.spoilsEvents = spoilsEvents;
    }

    static PipelineTarget spoiledPipelines(Corpus corpus) {
        return new PipelineTarget("pipeline", corpus, true, false);
    }

    static PipelineTarget spoiledEvents(Corpus corpus) {
        return new PipelineTarget("events", corpus, false, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Attempt attempt(Random random) {
        Mutator mutator = new Mutator(random);
        Corpus.Sample sample = corpus.any(random);
        String pipeline = spoilsPipeline ? mutator.text(sample.pipeline()) : sample.pipeline();
        List<Map<String, @Nullable Object>> events =
                spoilsEvents ? sample.events().stream().map(mutator::fields).toList() : sample.events();
        return new Attempt(pipeline + "\n" + JsonWriter.text(events), () -> run(pipeline, events));
    }

    private void run(String text, List<Map<String, @Nullable Object>> events) {
        PlanResult<Input, Output> result = loader.check(PipelineSource.of("fuzz.conf", text));
        result.diagnostics().forEach(Diagnostic::render);
        if (result.pipeline().isEmpty() && result.diagnostics().stream().noneMatch(Diagnostic::isError)) {
            throw new IllegalStateException("refused without a word");
        }
        result.pipeline().ifPresent(pipeline -> events.forEach(fields -> filter(pipeline, fields)));
    }

    private void filter(Pipeline<Input, Output> pipeline, Map<String, @Nullable Object> fields) {
        decoder.decode(JsonWriter.utf8(fields), Timestamp.now(), event -> pipeline.filter(event, new AccidentWatch()));
    }

    /** Dead letters are fine, but not those of faults in kstash; and what comes through can be written. */
    private static final class AccidentWatch implements EventSink {
        @Override
        public void passed(Event event) {
            JsonWriter.utf8(event.fields());
        }

        @Override
        public void dropped(Event event, String reason) {
            // As the pipeline says.
        }

        @Override
        public void failed(Event event, StageFailure failure) {
            if (ACCIDENT.matcher(failure.reason()).find()) {
                throw new IllegalStateException(failure.describe());
            }
        }
    }
}
