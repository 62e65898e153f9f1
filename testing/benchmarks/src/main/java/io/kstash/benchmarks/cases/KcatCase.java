package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.FileSink;
import io.kstash.benchmarks.process.ProcessSpec;
import io.kstash.benchmarks.process.Programs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** kcat, a client in C: prints the values, a line each. */
record KcatCase(CaseSpec spec) implements Case {
    private static final String PROGRAM = "kcat";

    @Override
    public Optional<String> obstacle() {
        return Programs.find(PROGRAM).isPresent()
                ? Optional.empty()
                : Optional.of("kcat is not installed: apt-get install kcat");
    }

    /** It ends at the end of the topic, for only then it writes the last lines. */
    @Override
    public Trial prepare(TrialPlace place) throws InterruptedException {
        FileSink sink = place.newFileSink();
        List<String> command = List.of(
                PROGRAM,
                "-C",
                "-q",
                "-e",
                "-b",
                place.topics().bootstrapServers(),
                "-t",
                place.inputTopic(spec.input()),
                "-o",
                "beginning",
                "-X",
                "fetch.message.max.bytes=4194304",
                "-X",
                "socket.receive.buffer.bytes=1048576");
        return new Trial(new ProcessSpec(command, Map.of(), Optional.of(sink.file())), sink);
    }
}
