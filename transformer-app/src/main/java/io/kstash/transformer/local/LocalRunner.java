package io.kstash.transformer.local;

import io.kstash.engine.Pipeline;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.Surroundings;
import io.kstash.transformer.output.Output;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs a pipeline whose inputs read this machine, in this process. Every input reads in a thread of its own; filters and
 * outputs take one event at a time.
 */
public final class LocalRunner {
    private final Pipeline<Input, Output> pipeline;
    private final Surroundings surroundings;
    private final Destinations destinations;
    private final Consumer<String> reports;
    private final Tally tally = new Tally();

    /**
     * A runner for one run.
     *
     * @param pipeline all of its inputs read this machine
     * @param surroundings what the inputs read from
     * @param destinations where the outputs lead
     * @param reports takes a line about each event that fails
     */
    public LocalRunner(
            Pipeline<Input, Output> pipeline,
            Surroundings surroundings,
            Destinations destinations,
            Consumer<String> reports) {
        this.pipeline = pipeline;
        this.surroundings = surroundings;
        this.destinations = destinations;
        this.reports = reports;
    }

    /**
     * Runs until all inputs have ended or the stop is asked for, and all is written. The first input that fails ends the
     * others.
     *
     * @throws io.kstash.app.AppException where an output cannot be opened or written
     * @throws IOException where an input cannot be read
     */
    public RunCounts run() throws IOException, InterruptedException {
        try (LocalOutputs outputs = new LocalOutputs(pipeline.outputs(), destinations)) {
            EventFlow flow = new EventFlow(pipeline, outputs, tally, reports);
            readAll(pipeline.inputs().stream()
                    .map(input -> new Reading(input, surroundings, flow))
                    .toList());
            flow.flush();
            return counts();
        }
    }

    /** The counts so far; any thread may ask. */
    public RunCounts counts() {
        return tally.counts();
    }

    private static void readAll(List<Reading> readings) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (Future<Void> ended : threads.invokeAll(readings)) {
                ended.get();
            }
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What an input threw, for the caller to handle as if there were no threads. */
    private static IOException unwrapped(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof RuntimeException known) {
            throw known;
        }
        return cause instanceof IOException unreadable ? unreadable : new IOException(cause);
    }
}
