package io.kstash.transformer.pipelinetest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.event.Event;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonWriter;
import io.kstash.transformer.pipelinetest.PipelineTest.Events;
import io.kstash.transformer.pipelinetest.PipelineTest.Given;
import io.kstash.transformer.streams.KafkaFixture;
import io.kstash.transformer.streams.RunningPipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recorded cases through {@code run} on a real Kafka: what a pipeline test says of a pipeline holds where it runs. Others are
 * drawn each time; {@code -Dkstash.seed=N} draws those of an earlier run again.
 */
class DrawnConformanceTest {
    private static final int CASES = 50;
    private static final int AT_A_TIME = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> TIME_AND_VERSION = Set.of(Event.TIMESTAMP, Event.VERSION);

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    @Test
    void whatRunsOnKafkaIsWhatWasRecorded() throws Exception {
        long seed = Long.getLong("kstash.seed", System.nanoTime());
        System.out.println("The cases are those of -Dkstash.seed=" + seed);
        List<PipelineTest> drawn = draw(new Random(seed));

        List<String> differences = new ArrayList<>();
        for (int from = 0; from < CASES; from += AT_A_TIME) {
            differences.addAll(run(drawn.subList(from, from + AT_A_TIME), from));
        }

        assertThat(differences).as("again with -Dkstash.seed=" + seed).isEmpty();
    }

    private static List<PipelineTest> draw(Random random) throws Exception {
        Path recorded =
                Path.of(DrawnConformanceTest.class.getResource("/conformance").toURI());
        List<PipelineTest> all = PipelineTestFiles.read(recorded).stream()
                .filter(test ->
                        test.feed() instanceof Given given && !given.events().isEmpty())
                .filter(test -> test.expectation() instanceof Events)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, random);
        return all.subList(0, CASES);
    }

    /** Runs some at the same time, each as an application of its own. */
    private List<String> run(List<PipelineTest> tests, int from) throws IOException {
        List<Case> cases = IntStream.range(0, tests.size())
                .mapToObj(i -> new Case("case-" + (from + i), tests.get(i)))
                .toList();
        List<RunningPipeline> running = new ArrayList<>();
        try {
            for (Case drawn : cases) {
                drawn.send();
                running.add(drawn.start(Files.createDirectory(folder.resolve(drawn.name))));
            }
            await().atMost(LIMIT).until(() -> cases.stream().allMatch(drawn -> drawn.isDone()));
        } finally {
            running.forEach(RunningPipeline::requestStop);
            running.forEach(RunningPipeline::close);
        }
        return cases.stream().flatMap(drawn -> drawn.differences().stream()).toList();
    }

    /** A recorded case between two topics. */
    private record Case(String name, PipelineTest test) {
        void send() {
            kafka.createTopic(in(), 1);
            kafka.createTopic(out(), 1);
            kafka.sendAll(
                    in(),
                    ((Given) test.feed())
                            .events().stream().map(JsonWriter::text).toList());
        }

        RunningPipeline start(Path own) throws IOException {
            String filters =
                    test.pipeline().files().stream().map(file -> file.text()).collect(Collectors.joining("\n"));
            String text = """
                    input {
                      kafka {
                        topics => ["IN"] group_id => "GROUP" auto_offset_reset => "earliest"
                        codec => json { ecs_compatibility => disabled }
                      }
                    }
                    output { kafka { topic_id => "OUT" codec => json } }
                    """.replace("IN", in()).replace("GROUP", name).replace("OUT", out());
            return RunningPipeline.start(name, text + filters, kafka.bootstrapServers(), own);
        }

        boolean isDone() {
            return kafka.lag(name, in()) == 0;
        }

        List<String> differences() {
            List<@Nullable Object> came = kafka.values(out()).stream()
                    .map(value -> JsonReader.readFirst(value.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            List<String> differences =
                    new EventComparison(TIME_AND_VERSION).compare(((Events) test.expectation()).events(), came);
            return Optional.of(differences).filter(found -> !found.isEmpty()).stream()
                    .map(found -> test.name() + ": " + found)
                    .toList();
        }

        private String in() {
            return name + "-in";
        }

        private String out() {
            return name + "-out";
        }
    }
}
