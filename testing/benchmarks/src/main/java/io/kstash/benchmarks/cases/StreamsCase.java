package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.TopicSink;
import io.kstash.benchmarks.peer.PeerMain;
import io.kstash.benchmarks.process.ProcessSpec;
import java.util.ArrayList;
import java.util.List;

/** Kafka Streams that passes records on as they are. */
record StreamsCase(CaseSpec spec, boolean tuned) implements Case {
    @Override
    public Trial prepare(TrialPlace place) throws InterruptedException {
        TopicSink sink = place.newTopicSink();
        List<String> arguments = new ArrayList<>(List.of(
                "streams",
                "--bootstrap-server",
                place.topics().bootstrapServers(),
                "--topic",
                place.inputTopic(spec.input()),
                "--to",
                sink.topic(),
                "--group",
                place.id(),
                "--state",
                place.folder().resolve("state").toString()));
        if (tuned) {
            arguments.add("--tuned");
        }
        return new Trial(ProcessSpec.java(PeerMain.class.getName(), arguments), sink);
    }
}
