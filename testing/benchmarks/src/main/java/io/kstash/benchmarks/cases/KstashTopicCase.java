package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.TopicSink;
import io.kstash.benchmarks.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** kstash from a topic to a topic. */
record KstashTopicCase(CaseSpec spec, Guarantee guarantee) implements Case {
    /** What Kafka Streams is told to promise. */
    enum Guarantee {
        EXACTLY_ONCE("exactly_once_v2"),
        AT_LEAST_ONCE("at_least_once");

        private final String setting;

        Guarantee(String setting) {
            this.setting = setting;
        }
    }

    @Override
    public Trial prepare(TrialPlace place) throws IOException, InterruptedException {
        TopicSink sink = place.newTopicSink();
        Path pipeline = PipelineFile.write(
                place,
                spec.input(),
                PipelineFile.fromTopic(place.inputTopic(spec.input()), place.id(), place.threads()),
                PipelineFile.toTopic(sink.topic()));
        Path config = place.folder().resolve("kstash.properties");
        Files.writeString(config, "processing.guarantee=" + guarantee.setting + "\n");
        ProcessSpec process =
                KstashProcess.run(place, pipeline, place.folder().resolve("data"), "--config", config.toString());
        return new Trial(process, sink);
    }
}
