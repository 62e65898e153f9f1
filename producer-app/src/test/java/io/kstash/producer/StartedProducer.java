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
import picocli.CommandLine;

/** The producer in this process, on the topic of a test. */
final class StartedProducer {
    private final ProducedTopic topic;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();

    StartedProducer(ProducedTopic topic) {
        this.topic = topic;
    }

    /** Answers the exit code. */
    int run(String... args) {
        ProducerCommand command = new ProducerCommand();
        List<String> all =
                new ArrayList<>(List.of("--bootstrap-server", topic.bootstrapServers(), "--topic", topic.name()));
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
