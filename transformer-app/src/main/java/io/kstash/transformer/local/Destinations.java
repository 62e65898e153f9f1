package io.kstash.transformer.local;

import io.kstash.app.KafkaClientSettings;
import io.kstash.transformer.output.FileOutput;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.output.StdoutOutput;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the outputs of a run lead.
 *
 * @param stdout standard output
 * @param data takes the files of a file output whose own folder cannot be created
 * @param warnings is told when it does
 * @param kafka the client settings for an output; asked only where there is one
 */
public record Destinations(
        PrintStream stdout,
        Optional<Path> data,
        Consumer<String> warnings,
        Function<KafkaOutput, KafkaClientSettings> kafka) {

    /** Null where there is nothing to write. */
    @Nullable EventWriter open(Output output) {
        if (output instanceof StdoutOutput toStdout) {
            return new StreamWriter(toStdout.codec().newEncoder(), stdout);
        }
        if (output instanceof FileOutput toFile) {
            return new FileWriter(
                    FilePaths.of(toFile, data, warnings), toFile.codec().newEncoder());
        }
        if (output instanceof KafkaOutput toKafka) {
            return new TopicWriter(toKafka, kafka.apply(toKafka));
        }
        return null;
    }
}
