package io.kstash.benchmarks.peer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.benchmarks.kafka.TunedClients;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The raw limit of a topic to a file: consume, append the bytes and a newline. */
@Command(name = "raw-to-file")
final class RawToFile implements AppCommand {
    private static final int BUFFER_BYTES = 256 * 1024;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--file", required = true, description = "Written anew.")
    private Path file = Path.of("");

    @Override
    public int run(AppContext app) throws IOException {
        try (Consumer<byte[], byte[]> consumer = TunedClients.consumer(source.bootstrapServer, source.topic);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            while (!app.stop().isRequested()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TunedClients.POLL_LIMIT)) {
                    out.write(record.value());
                    out.write('\n');
                }
                out.flush();
            }
        }
        return ExitCode.OK;
    }
}
