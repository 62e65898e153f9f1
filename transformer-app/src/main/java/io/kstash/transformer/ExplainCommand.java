package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.StandardInput;
import io.kstash.app.UsageException;
import io.kstash.engine.Pipeline;
import io.kstash.event.Event;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import io.kstash.event.Timestamp;
import io.kstash.transformer.explain.Explanation;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code explain}: one event's way through a pipeline, told step by step. */
@Command(
        name = "explain",
        description =
                "Tell what each filter does with an event (JSON on standard input), which branches it takes and where it"
                        + " goes. Nothing is sent anywhere. Times are those of a first run; a running pipeline is faster.")
final class ExplainCommand implements AppCommand {
    @Mixin
    private PipelineOption pipelineOption = new PipelineOption();

    @Mixin
    private EventTimeoutOption eventTimeout = new EventTimeoutOption();

    @Override
    public int run(AppContext app) throws IOException {
        Explanation explanation = new Explanation(app.out());
        Pipeline<Input, Output> pipeline = new PipelineLoader(System.getenv(), true, eventTimeout.value)
                .load(pipelineOption.path, explanation)
                .pipeline();
        for (Map<String, @Nullable Object> fields : events(app)) {
            explanation.explain(pipeline, Event.of(fields, Timestamp.now()));
        }
        return ExitCode.OK;
    }

    private static List<Map<String, @Nullable Object>> events(AppContext app) throws IOException {
        try (InputStream stdin = StandardInput.until(app.stop())) {
            List<Object> values = JsonReader.readAll(stdin.readAllBytes());
            return values.stream().map(ExplainCommand::fields).toList();
        } catch (JsonTextException notJson) {
            throw new UsageException("Standard input is no event in JSON: " + notJson.getMessage(), notJson);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have names as keys
    private static Map<String, @Nullable Object> fields(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return (Map<String, @Nullable Object>) fields;
        }
        throw new UsageException("Standard input is no event: an event is a JSON object, such as {\"message\": \"a\"}");
    }
}
