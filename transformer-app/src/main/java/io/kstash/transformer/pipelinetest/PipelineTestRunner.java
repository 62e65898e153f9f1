package io.kstash.transformer.pipelinetest;

import io.kstash.codecs.json.JsonEvents;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.StageFailure;
import io.kstash.engine.StageObserver;
import io.kstash.engine.plan.PlanResult;
import io.kstash.event.Event;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import io.kstash.event.JsonWriter;
import io.kstash.event.Timestamp;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.pipelinetest.PipelineTest.Events;
import io.kstash.transformer.pipelinetest.PipelineTest.Expectation;
import io.kstash.transformer.pipelinetest.PipelineTest.Given;
import io.kstash.transformer.pipelinetest.PipelineTest.Refusal;
import io.kstash.transformer.pipelinetest.PipelineTest.Stdin;
import io.kstash.transformer.pipelinetest.PipelineTest.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs pipeline tests through the plan that also runs in production. */
final class PipelineTestRunner {
    private static final Set<String> TIME_AND_VERSION = Set.of(Event.TIMESTAMP, Event.VERSION);
    private static final Set<String> PLACE_OF_READING = Set.of(Event.TIMESTAMP, Event.VERSION, "host", "log");

    private final PipelineLoader loader;
    private final StageObserver observer;
    private final JsonEvents decoder = new JsonEvents(PayloadText.inUtf8(), OriginalField.none(), Optional.empty());

    /** @param observer sees what the filters do */
    PipelineTestRunner(PipelineLoader loader, StageObserver observer) {
        this.loader = loader;
        this.observer = observer;
    }

    /** What differs from what the test expects, for a person; nothing if the test passes. */
    List<String> run(PipelineTest test) throws IOException, InterruptedException {
        if (test.feed() instanceof Stdin stdin) {
            return runWhole(test, stdin);
        }
        PlanResult<Input, Output> result = loader.check(test.pipeline(), observer);
        if (result.pipeline().isEmpty() || test.expectation() instanceof Refusal) {
            return compareRefusal(test, result);
        }
        return runFilters(result.pipeline().get(), (Given) test.feed(), (Events) test.expectation());
    }

    private static List<String> compareRefusal(PipelineTest test, PlanResult<Input, Output> result) {
        boolean refused = result.pipeline().isEmpty();
        if (refused == test.expectation() instanceof Refusal) {
            return List.of();
        }
        if (!refused) {
            return List.of("the pipeline has to be refused, but was accepted");
        }
        List<String> differences = new ArrayList<>(List.of("the pipeline was refused:"));
        result.diagnostics().stream()
                .map(Diagnostic::render)
                .flatMap(String::lines)
                .forEach(differences::add);
        return differences;
    }

    private List<String> runFilters(Pipeline<Input, Output> pipeline, Given given, Events expected) {
        Collector collector = new Collector();
        for (Map<String, @Nullable Object> fields : given.events()) {
            decoder.decode(JsonWriter.utf8(fields), Timestamp.now(), event -> pipeline.filter(event, collector));
        }
        List<String> differences = new EventComparison(TIME_AND_VERSION).compare(expected.events(), collector.events);
        return differences.isEmpty() ? differences : with(collector.failures, differences);
    }

    private List<String> runWhole(PipelineTest test, Stdin stdin) throws IOException, InterruptedException {
        try (WholePipeline whole = new WholePipeline(test.pipeline(), stdin.text())) {
            PlanResult<Input, Output> result = loader.check(whole.source(), observer);
            if (result.pipeline().isEmpty() || test.expectation() instanceof Refusal) {
                return compareRefusal(test, result);
            }
            List<String> failures = new ArrayList<>();
            byte[] written = whole.run(result.pipeline().get(), failures::add);
            List<String> differences = compareWritten(test.expectation(), written);
            return differences.isEmpty() ? differences : with(failures, differences);
        }
    }

    private static List<String> compareWritten(Expectation expectation, byte[] written) {
        if (expectation instanceof Text text) {
            return TextComparison.compare(text.text(), written);
        }
        try {
            return new EventComparison(PLACE_OF_READING)
                    .compare(((Events) expectation).events(), JsonReader.readAll(written));
        } catch (JsonTextException notJson) {
            return List.of("expect needs JSON to come out; use expectText (" + notJson.getMessage() + ")");
        }
    }

    private static List<String> with(List<String> failures, List<String> differences) {
        List<String> all = new ArrayList<>(differences);
        failures.forEach(failure -> all.add("failed: " + failure));
        return all;
    }

    /** Keeps the events as an output would show them. */
    private static final class Collector implements EventSink {
        private final List<@Nullable Object> events = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        @Override
        public void passed(Event event) {
            events.add(JsonReader.readFirst(JsonWriter.utf8(event.fields())));
        }

        @Override
        public void dropped(Event event, String reason) {
            // A test sees a dropped event by its absence.
        }

        @Override
        public void failed(Event event, StageFailure failure) {
            failures.add(failure.describe());
        }
    }
}
