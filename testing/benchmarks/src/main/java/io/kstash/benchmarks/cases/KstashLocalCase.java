package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.FileSink;
import java.io.IOException;
import java.nio.file.Path;

/**
 * kstash from a file to a file, without Kafka.
 *
 * @param codec of the input, by its name
 */
record KstashLocalCase(CaseSpec spec, String codec) implements Case {
    @Override
    public Trial prepare(TrialPlace place) throws IOException {
        FileSink sink = place.newFileSink();
        Path pipeline = PipelineFile.write(
                place,
                spec.input(),
                PipelineFile.fromFile(
                        place.inputFile(spec.input()), codec, place.folder().resolve("completed.log")),
                PipelineFile.toFile(sink.file()));
        return new Trial(KstashProcess.run(place, pipeline, place.folder().resolve("data")), sink);
    }
}
