package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.FileSink;
import java.io.IOException;
import java.nio.file.Path;

/**
 * kstash from a topic to a file, with all hops.
 *
 * @param inMemory whether the file is in memory, where fsync costs nothing
 */
record KstashFileCase(CaseSpec spec, boolean inMemory) implements Case {
    @Override
    public Trial prepare(TrialPlace place) throws IOException, InterruptedException {
        Path folder = inMemory ? place.memory() : place.folder();
        FileSink sink = new FileSink(folder.resolve("out.log"));
        Path pipeline = PipelineFile.write(
                place,
                spec.input(),
                PipelineFile.fromTopic(place.inputTopic(spec.input()), place.id(), place.threads()),
                PipelineFile.toFile(sink.file()));
        return new Trial(KstashProcess.run(place, pipeline, folder.resolve("data")), sink);
    }
}
