package io.kstash.transformer.pipelinetest;

import io.kstash.app.FailedException;
import io.kstash.app.FileTree;
import io.kstash.app.StopSignal;
import io.kstash.app.UsageException;
import io.kstash.engine.Pipeline;
import io.kstash.language.source.PipelineSource;
import io.kstash.language.source.SourceFile;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.LocalInput;
import io.kstash.transformer.input.Surroundings;
import io.kstash.transformer.local.Destinations;
import io.kstash.transformer.local.LocalRunner;
import io.kstash.transformer.output.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A whole pipeline in a folder of its own, in which {@code @IN@} and {@code @OUT@} stand for files. */
final class WholePipeline implements AutoCloseable {
    private static final String IN = "@IN@";
    private static final String OUT = "@OUT@";

    private final Path folder;
    private final PipelineSource source;
    private final byte[] stdin;
    private final boolean writesFile;

    WholePipeline(PipelineSource source, String stdin) throws IOException {
        this.folder = Files.createTempDirectory("kstash-test");
        this.stdin = stdin.getBytes(StandardCharsets.UTF_8);
        this.writesFile = source.files().stream().anyMatch(file -> file.text().contains(OUT));
        this.source =
                new PipelineSource(source.files().stream().map(this::placed).toList());
        Files.write(in(), this.stdin);
    }

    /** The text with the names of the files. */
    PipelineSource source() {
        return source;
    }

    /** Runs it and answers what is in the output file or, where there is none, on standard output. */
    byte[] run(Pipeline<Input, Output> pipeline, Consumer<String> reports) throws IOException, InterruptedException {
        if (!pipeline.inputs().stream().allMatch(planned -> planned.input() instanceof LocalInput)) {
            throw new UsageException("stdin cannot stand in for a kafka input; test its filters with given and expect");
        }
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(new ByteArrayInputStream(stdin), folder, new StopSignal(), reports);
        try (PrintStream printed = new PrintStream(stdout, false, StandardCharsets.UTF_8)) {
            new LocalRunner(pipeline, surroundings, destinations(printed, reports), reports).run();
        }
        if (!writesFile) {
            return stdout.toByteArray();
        }
        return Files.exists(out()) ? Files.readAllBytes(out()) : new byte[0];
    }

    private static Destinations destinations(PrintStream stdout, Consumer<String> reports) {
        return new Destinations(stdout, Optional.empty(), reports, output -> {
            throw new FailedException(
                    "A pipeline test does not write to Kafka: test its filters with given and expect");
        });
    }

    private SourceFile placed(SourceFile file) {
        String text = file.text().replace(IN, in().toString()).replace(OUT, out().toString());
        return new SourceFile(file.name(), text);
    }

    private Path in() {
        return folder.resolve("in");
    }

    private Path out() {
        return folder.resolve("out");
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(folder);
    }
}
