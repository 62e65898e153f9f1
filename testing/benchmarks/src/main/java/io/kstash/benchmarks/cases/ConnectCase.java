package io.kstash.benchmarks.cases;

import io.kstash.app.LoopbackPorts;
import io.kstash.benchmarks.kafka.TunedClients;
import io.kstash.benchmarks.measure.FileSink;
import io.kstash.benchmarks.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Kafka Connect, standalone: its file sink, behind the transformation that adds a field. */
record ConnectCase(CaseSpec spec) implements Case {
    private static final String MAIN = "org.apache.kafka.connect.cli.ConnectStandalone";

    private static final String WORKER = """
            bootstrap.servers=%s
            listeners=http://127.0.0.1:%d
            plugin.discovery=service_load
            offset.storage.file.filename=%s
            key.converter=org.apache.kafka.connect.converters.ByteArrayConverter
            value.converter=org.apache.kafka.connect.json.JsonConverter
            value.converter.schemas.enable=false
            consumer.auto.offset.reset=earliest
            %s
            """;

    private static final String SINK = """
            name=%s
            connector.class=org.apache.kafka.connect.file.FileStreamSinkConnector
            tasks.max=1
            topics=%s
            file=%s
            transforms=insert
            transforms.insert.type=org.apache.kafka.connect.transforms.InsertField$Value
            transforms.insert.static.field=processed_by
            transforms.insert.static.value=logstash
            """;

    @Override
    public Trial prepare(TrialPlace place) throws IOException, InterruptedException {
        FileSink sink = place.newFileSink();
        Path worker = place.folder().resolve("worker.properties");
        Files.writeString(
                worker,
                WORKER.formatted(
                        place.topics().bootstrapServers(),
                        LoopbackPorts.free(1).get(0),
                        place.folder().resolve("offsets"),
                        tuning()));
        Path connector = place.folder().resolve("sink.properties");
        Files.writeString(connector, SINK.formatted(place.id(), place.inputTopic(spec.input()), sink.file()));
        return new Trial(ProcessSpec.java(MAIN, List.of(worker.toString(), connector.toString())), sink);
    }

    private static String tuning() {
        return TunedClients.CONSUMER.entrySet().stream()
                .map(setting -> "consumer." + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }
}
