package io.kstash.benchmarks.parts;

import io.kstash.app.FileTree;
import io.kstash.benchmarks.input.Input;
import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.PartitionBatch;
import io.kstash.delivery.file.FileDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.TearDown;

/** The delivery to a file, in batches as they come at full speed, journal, index and fsync included. */
public class FileOutputBenchmark extends PartBenchmark {
    private static final int BATCH = 10_000;

    private final Path folder;
    private final FileDestination destination;
    private final List<byte[]> lines;
    private long offset;

    /** Opens a file in the folder for temporary files. */
    public FileOutputBenchmark() {
        folder = newFolder();
        destination = FileDestination.single(folder.resolve("out.log"), "file");
        destination.open(new DeliverySource("cluster", "deliveries", "topic-id", "group"));
        lines = Input.READINGS_PROCESSED
                .lines(BATCH)
                .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("kstash-parts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long write() {
        List<DeliveryRecord> records = new ArrayList<>(BATCH);
        for (byte[] line : lines) {
            byte[] source = ("in/0/" + offset + "/0").getBytes(StandardCharsets.UTF_8);
            records.add(new DeliveryRecord(offset++, Optional.empty(), source, line));
        }
        return destination.write(List.of(new PartitionBatch(0, offset, records)));
    }

    @TearDown
    public void delete() throws IOException {
        destination.close();
        FileTree.delete(folder);
    }
}
