package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaReachability;
import io.kstash.app.StandardInput;
import io.kstash.app.UsageException;
import io.kstash.event.Event;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import io.kstash.event.Timestamp;
import io.kstash.transformer.explain.Explanation;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.streams.Origin;
import io.kstash.transformer.trace.RecordTrace;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--record",
            paramLabel = "TOPIC/PARTITION/OFFSET",
            converter = RecordConverter.class,
            description = "Take a record of an input topic instead of standard input, and tell as well what the running"
                    + " pipeline made of it: its ledger entry, and where each event is now.")
    private @Nullable Origin record;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka's address for --record; overrides that of every kafka plugin in the pipeline.")
    private @Nullable String bootstrapServer;

    @Override
    public int run(AppContext app) throws IOException, InterruptedException {
        Explanation explanation = new Explanation(app.out());
        LoadedPipeline loaded =
                new PipelineLoader(System.getenv(), true, eventTimeout.value).load(pipelineOption.path, explanation);
        if (record != null) {
            explain(loaded, record, explanation, app);
        } else {
            for (Map<String, @Nullable Object> fields : events(app)) {
                explanation.explain(loaded.pipeline(), Event.of(fields, Timestamp.now()));
            }
        }
        return ExitCode.OK;
    }

    private void explain(LoadedPipeline loaded, Origin wanted, Explanation explanation, AppContext app)
            throws InterruptedException {
        KafkaInput input = RecordTrace.inputOf(loaded, wanted);
        KafkaClientSettings kafka = new KafkaClientSettings(
                        bootstrapServer != null ? bootstrapServer : input.bootstrapServers(), app.clientSettings())
                .withFallback(loaded.security(List.of(input)));
        new KafkaReachability().await(kafka, app);
        try (RecordTrace trace = new RecordTrace(loaded, kafka, app.out())) {
            trace.tell(wanted, explanation);
        }
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

    /** Reads which record is meant, and says how to name one where it cannot. */
    static final class RecordConverter implements ITypeConverter<Origin> {
        @Override
        public Origin convert(String text) {
            return Origin.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no record; give topic/partition/offset, such as multi-test-topic/0/12"));
        }
    }
}
