package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    @TempDir
    Path folder;

    @Test
    void servesTopicsThatWereCreatedAndNoOthers() {
        try (LocalKafka kafka = start();
                KafkaTopic topic = new KafkaTopic(kafka.bootstrapServers(), "events")) {
            assertThatThrownBy(() -> topic.produce("too early"))
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);

            topic.create(1);
            topic.produce("a", "b");

            assertThat(topic.consume()).containsExactly("a", "b");
        }
    }

    @Test
    void restartOnTheSameFolderHasTheRecords() {
        try (LocalKafka kafka = start();
                KafkaTopic topic = new KafkaTopic(kafka.bootstrapServers(), "events")) {
            topic.create(1);
            topic.produce("before");
        }

        try (LocalKafka kafka = start();
                KafkaTopic topic = new KafkaTopic(kafka.bootstrapServers(), "events")) {
            topic.produce("after");

            assertThat(topic.consume()).containsExactly("before", "after");
        }
    }

    @Test
    void threeNodesGoOnWithOneStopped() {
        try (LocalKafka kafka = LocalKafka.builder()
                        .data(folder)
                        .threeNodes()
                        .quickRestarts()
                        .start();
                KafkaTopic topic = new KafkaTopic(kafka.bootstrapServers(), "events")) {
            topic.create(3);
            topic.produce("a", "b");

            kafka.stopNode(0);

            topic.produce("c", "d");
            assertThat(topic.consume()).containsExactlyInAnyOrder("a", "b", "c", "d");
        }
    }

    @Test
    void takenPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(
                            () -> LocalKafka.builder().data(folder).port(port).start())
                    .isInstanceOf(UsageException.class)
                    .hasMessage("Port " + port + " cannot be used (Address already in use): stop the program that"
                            + " listens there, or choose another port with --port");
        }
    }

    @Test
    void aFolderServesOneKafkaOnly() {
        try (LocalKafka kafka = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(UsageException.class)
                    .hasMessage("Another Kafka uses the folder " + folder
                            + ": stop it, or choose another folder with --data");
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> LocalKafka.builder().data(file).start())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Cannot keep Kafka's records in " + file)
                .hasMessageContaining("--data");
    }

    private LocalKafka start() {
        return LocalKafka.builder().data(folder).quickRestarts().start();
    }
}
