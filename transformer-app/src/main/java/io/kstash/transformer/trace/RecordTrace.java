package io.kstash.transformer.trace;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.UsageException;
import io.kstash.engine.PlannedInput;
import io.kstash.event.Event;
import io.kstash.transformer.explain.Explanation;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.streams.Origin;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Tells one record's way: what it is, what the pipeline does with it, and what the running pipeline made of it, found again
 * by the ledger and by the source that each record names which a pipeline writes. For one thread.
 */
public final class RecordTrace implements AutoCloseable {
    private final LoadedPipeline loaded;
    private final Consumer<byte[], byte[]> consumer;
    private final WrittenRecords written;
    private final PrintStream out;

    /** A trace in the Kafka that the pipeline reads. */
    public RecordTrace(LoadedPipeline loaded, KafkaClientSettings kafka, PrintStream out) {
        this.loaded = loaded;
        this.consumer = TraceConsumer.open(kafka);
        this.written = new WrittenRecords(consumer);
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @param explanation with which the pipeline was planned
     * @throws UsageException if the pipeline does not read that topic, or there is no such record
     */
    public void tell(Origin wanted, Explanation explanation) {
        PlannedInput<Input> input = plannedInputOf(loaded, wanted);
        ConsumerRecord<byte[], byte[]> found = written.at(wanted)
                .orElseThrow(() -> new UsageException("There is no record " + wanted + ": " + written.extent(wanted)));
        TracedRecord traced = new TracedRecord(input, found);
        traced.print(out);
        out.println();
        out.println("What the pipeline makes of it:");
        explain(traced.events(), explanation);
        out.println();
        new Whereabouts(loaded, written, out).tell(wanted);
    }

    private void explain(List<Event> events, Explanation explanation) {
        if (events.isEmpty()) {
            out.println("no event");
        }
        events.forEach(event -> explanation.explain(loaded.pipeline(), event));
    }

    /**
     * The input that reads the record's topic.
     *
     * @throws UsageException if none does
     */
    public static KafkaInput inputOf(LoadedPipeline loaded, Origin wanted) {
        return (KafkaInput) plannedInputOf(loaded, wanted).input();
    }

    private static PlannedInput<Input> plannedInputOf(LoadedPipeline loaded, Origin wanted) {
        return loaded.pipeline().inputs().stream()
                .filter(planned -> planned.input() instanceof KafkaInput kafka && reads(kafka, wanted.topic()))
                .findFirst()
                .orElseThrow(() -> new UsageException("Pipeline " + loaded.name() + " does not read topic "
                        + wanted.topic() + "; it reads " + inputTopics(loaded)));
    }

    private static boolean reads(KafkaInput input, String topic) {
        return input.topicsPattern()
                .map(topic::matches)
                .orElseGet(() -> input.topics().contains(topic));
    }

    private static String inputTopics(LoadedPipeline loaded) {
        List<KafkaInput> inputs = loaded.kafkaInputs();
        return inputs.isEmpty()
                ? "no Kafka"
                : inputs.stream()
                        .map(input -> input.topicsPattern().orElseGet(() -> String.join(", ", input.topics())))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
