package io.kstash.transformer;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which pipeline, as a picocli mixin. */
final class PipelineOption {
    @Option(
            names = {"-f", "--pipeline"},
            paramLabel = "FILE",
            required = true,
            description = "A pipeline file, or a folder of them (*.conf, in the order of their names).")
    Path path = Path.of("");
}
