package io.kstash.benchmarks.peer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaClientSettings;
import io.kstash.benchmarks.kafka.TunedClients;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kafka Streams that does nothing: from a topic to a topic, at least once, which is its default. */
@Command(name = "streams")
final class StreamsPassthrough implements AppCommand {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--to", required = true, paramLabel = "TOPIC", description = "The topic to write.")
    private String target = "";

    @Option(names = "--group", required = true, description = "The application's id.")
    private String group = "";

    @Option(names = "--state", required = true, paramLabel = "DIR", description = "Where it keeps its state.")
    private Path state = Path.of("");

    @Option(names = "--tuned", description = "With the clients' settings of the raw limit.")
    private boolean tuned;

    @Override
    public int run(AppContext app) throws InterruptedException {
        try (KafkaStreams streams = new KafkaStreams(
                topology(), KafkaClientSettings.of(source.bootstrapServer).with(settings()))) {
            streams.start();
            app.stop().await();
        }
        return ExitCode.OK;
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(source.topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .to(target, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder.build();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        if (tuned) {
            TunedClients.CONSUMER.forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
            TunedClients.PRODUCER.forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        }
        return settings;
    }
}
