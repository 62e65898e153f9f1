package io.kstash.benchmarks.kafka;

import io.kstash.app.FailedException;
import io.kstash.benchmarks.input.Input;
import io.kstash.benchmarks.input.Padding;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Inputs as topics, each filled when it is first asked for. For one thread. */
public final class InputTopics {
    private final Topics topics;
    private final long records;
    private final Padding readings;
    private final Set<Input> filled = EnumSet.noneOf(Input.class);

    /**
     * Nothing is filled yet.
     *
     * @param records how many each topic gets
     * @param readings of what size the readings are
     */
    public InputTopics(Topics topics, long records, Padding readings) {
        this.topics = topics;
        this.records = records;
        this.readings = readings;
    }

    /** The topic with the lines of an input. */
    public String of(Input input) throws InterruptedException {
        if (filled.add(input)) {
            fill(input);
        }
        return name(input);
    }

    /** All of them, so far. */
    public Set<String> names() {
        return filled.stream().map(InputTopics::name).collect(Collectors.toSet());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What does not arrive is noticed in the end.
    private void fill(Input input) throws InterruptedException {
        topics.create(name(input));
        try (Producer<byte[], byte[]> producer = TunedClients.producer(topics.bootstrapServers())) {
            input.lines(records, readings)
                    .forEachOrdered(line ->
                            producer.send(new ProducerRecord<>(name(input), line.getBytes(StandardCharsets.UTF_8))));
        }
        long written = topics.end(name(input));
        if (written != records) {
            throw new FailedException("Only " + written + " of " + records + " records came into " + name(input));
        }
    }

    private static String name(Input input) {
        return "bench-" + input.label();
    }
}
