package io.kstash.benchmarks.peer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.benchmarks.kafka.TunedClients;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The raw limit of a topic to a topic: consume, produce the same bytes. */
@Command(name = "raw-to-topic")
final class RawToTopic implements AppCommand {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--to", required = true, paramLabel = "TOPIC", description = "The topic to write.")
    private String target = "";

    @SuppressWarnings("FutureReturnValueIgnored") // What does not arrive is noticed in the end.
    @Override
    public int run(AppContext app) {
        try (Consumer<byte[], byte[]> consumer = TunedClients.consumer(source.bootstrapServer, source.topic);
                Producer<byte[], byte[]> producer = TunedClients.producer(source.bootstrapServer)) {
            while (!app.stop().isRequested()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TunedClients.POLL_LIMIT)) {
                    producer.send(new ProducerRecord<>(
                            target, record.partition(), record.timestamp(), record.key(), record.value()));
                }
            }
        }
        return ExitCode.OK;
    }
}
