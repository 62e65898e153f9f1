package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.ExitCode;
import io.kstash.transformer.deadletters.Letters;
import io.kstash.transformer.streams.KafkaFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters whose topics are no more what they were. */
class RedriveObstaclesTest {
    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    private final DeadLettersRun last = new DeadLettersRun();

    @Test
    void whatATopicDoesNotTakeStaysAndTheOthersGo() throws IOException {
        // given
        byte[] incompressible = new byte[900_000];
        new Random(1).nextBytes(incompressible);
        kafka.createTopic("narrow", 1);
        kafka.set("narrow", "max.message.bytes", "500000");
        kafka.createTopic("size-dead-letters", 1);
        kafka.send(Letters.of("size-dead-letters", "narrow", 0, incompressible));
        List<String> small = IntStream.range(1, 300).mapToObj(Integer::toString).toList();
        kafka.sendEach(small.stream()
                .map(value -> Letters.of("size-dead-letters", "narrow", Long.parseLong(value), bytes(value)))
                .toList());
        kafka.send(Letters.of("size-dead-letters", "gone", 300, bytes("300")));
        Path pipeline = pipeline("size", "\"narrow\", \"gone\"");

        // when
        int exitCode = redrive(pipeline);

        // then
        assertThat(last.lines())
                .as(last.err())
                .containsExactly(
                        "299 dead letters sent back",
                        "1 dead letter left: topic gone, from which it comes, is gone: create it again",
                        "1 dead letter left: topic narrow takes no record of that size: raise its max.message.bytes");
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(kafka.values("narrow")).containsExactlyElementsOf(small);
        kafka.set("narrow", "max.message.bytes", "1000000");
        redrive(pipeline);
        assertThat(last.lines().get(0)).isEqualTo("1 dead letter sent back");
    }

    @Test
    void whatWasSentOfATopicThatIsGoneSaysNothingOfItsSuccessor() throws IOException {
        // given
        kafka.createTopic("anew-in", 1);
        kafka.createTopic("anew-dead-letters", 1);
        kafka.send(Letters.of("anew-dead-letters", "anew-in", 0, bytes("first")));
        Path pipeline = pipeline("anew", "\"anew-in\"");
        redrive(pipeline);
        kafka.deleteTopic("anew-dead-letters");
        kafka.createTopic("anew-dead-letters", 1);
        kafka.send(Letters.of("anew-dead-letters", "anew-in", 1, bytes("second")));

        // when
        int exitCode = redrive(pipeline);

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(last.lines()).containsExactly("1 dead letter sent back");
        assertThat(kafka.values("anew-in")).containsExactly("first", "second");
    }

    private int redrive(Path pipeline) {
        return last.run("redrive", pipeline, kafka.bootstrapServers());
    }

    private Path pipeline(String name, String topics) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".conf"),
                "input { kafka { topics => [" + topics + "] group_id => \"" + name + "\" } } output { null { } }");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
