package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.FileSink;
import io.kstash.benchmarks.measure.TopicSink;
import io.kstash.benchmarks.peer.PeerMain;
import io.kstash.benchmarks.process.ProcessSpec;
import java.util.List;

/** The raw limit: Kafka's clients and nothing else. */
record RawCase(CaseSpec spec, boolean toTopic) implements Case {
    @Override
    public Trial prepare(TrialPlace place) throws InterruptedException {
        String source = place.inputTopic(spec.input());
        if (toTopic) {
            TopicSink sink = place.newTopicSink();
            return new Trial(peer(place, "raw-to-topic", source, "--to", sink.topic()), sink);
        }
        FileSink sink = place.newFileSink();
        return new Trial(
                peer(place, "raw-to-file", source, "--file", sink.file().toString()), sink);
    }

    private static ProcessSpec peer(TrialPlace place, String command, String source, String option, String target) {
        return ProcessSpec.java(
                PeerMain.class.getName(),
                List.of(
                        command,
                        "--bootstrap-server",
                        place.topics().bootstrapServers(),
                        "--topic",
                        source,
                        option,
                        target));
    }
}
