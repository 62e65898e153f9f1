package io.kstash.producer;

import io.kstash.app.AppContext;
import io.kstash.app.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The producer in this process. */
final class StartedProducer {
    private final Supplier<String> bootstrapServers;
    private final Supplier<String> topic;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();

    StartedProducer(ProducedTopic topic) {
        this(topic::bootstrapServers, topic::name);
    }

    /** Both are asked for when it runs. */
    StartedProducer(Supplier<String> bootstrapServers, Supplier<String> topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Answers the exit code. */
    int run(String... args) {
        ProducerCommand command = new ProducerCommand();
        List<String> all =
                new ArrayList<>(List.of("--bootstrap-server", bootstrapServers.get(), "--topic", topic.get()));
        all.addAll(List.of(args));
        new CommandLine(command).parseArgs(all.toArray(String[]::new));
        try {
            return command.run(new AppContext(stream(out), stream(err), stop, Map.of()));
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    void requestStop() {
        stop.request();
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String messages() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
