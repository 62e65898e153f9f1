package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.process.ProcessSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code scripts/transformer run}, as a user starts it. */
final class KstashProcess {
    private KstashProcess() {}

    /** @param data what the transformer keeps between runs */
    static ProcessSpec run(TrialPlace place, Path pipeline, Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "-f",
                pipeline.toString(),
                "--bootstrap-server",
                place.topics().bootstrapServers(),
                "--data",
                data.toString()));
        arguments.addAll(List.of(more));
        return ProcessSpec.launcher(place.scripts().resolve("transformer"), arguments);
    }
}
