package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.KafkaClientSettings;
import io.kstash.delivery.file.FileDestination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Delivers in a process of its own, for a test that kills it: one output into one file, another into named files. */
final class DeliverUntilKilled {
    private DeliverUntilKilled() {}

    /** Arguments: bootstrap servers, topic (which is the name of the group, too), folder, member of the group. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        Delivery delivery = start(args[0], args[1], Path.of(args[2]), args[3], failed::countDown);
        System.out.println("delivering");
        failed.await();
        System.out.println(delivery.failure());
        System.exit(1);
    }

    /** Starts it as {@link #main} in a process of its own, and returns when it delivers. */
    static Process launch(String bootstrapServers, String topic, Path folder, String member) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeliverUntilKilled.class.getName(),
                        bootstrapServers,
                        topic,
                        folder.toString(),
                        member)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("delivering");
        return process;
    }

    static Delivery start(String bootstrapServers, String topic, Path folder, String member, Runnable onFailure) {
        // The group takes a killed process for its successor at once, instead of after a time of silence.
        KafkaClientSettings settings = new KafkaClientSettings(bootstrapServers, Map.of("group.instance.id", member));
        return Delivery.start(
                settings,
                topic,
                topic,
                Map.of(
                        "single", FileDestination.single(folder.resolve("single.log"), "single"),
                        "named", FileDestination.below(folder.resolve("named"), "named")),
                onFailure);
    }
}
