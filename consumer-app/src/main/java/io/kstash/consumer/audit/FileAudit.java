package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.delivery.file.FileIndex;
import io.kstash.delivery.file.IndexedLine;
import io.kstash.ledger.Source;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Takes the lines of the files that some outputs share, as their index and their bytes have them. For one thread. */
final class FileAudit {
    private final Ledger ledger;
    private final FileIndex index;
    private final List<OutputAudit> outputs;
    private final Findings findings;
    private final Map<Path, Lane> lanes = new HashMap<>();
    private long rotated;

    /** @param outputs those that write to the files of the index */
    FileAudit(Ledger ledger, FileIndex index, List<OutputAudit> outputs, Findings findings) {
        this.ledger = ledger;
        this.index = index;
        this.outputs = outputs;
        this.findings = findings;
    }

    /** Reads index and files; the topic of the deliveries was read before. */
    void run() {
        index.verify(this::take);
        outputs.forEach(output -> filesOf(output).conclude());
    }

    /** How many lines were in files that somebody moved away or deleted. */
    long rotated() {
        return rotated;
    }

    /** The outputs, for people. */
    String name() {
        return outputs.get(0).output().toString();
    }

    private void take(io.kstash.delivery.file.Finding line) {
        @Nullable IndexedLine written = line.line();
        if (written == null) {
            findings.add(new Finding(
                    Kind.UNEXPECTED,
                    name(),
                    null,
                    null,
                    null,
                    laneOf(line).at(line.position()),
                    line.length() + " bytes that kstash did not write"));
            return;
        }
        Source source = written.source();
        if (source != null) {
            AuditedPartition partition = ledger.partition(new TopicPartition(source.topic(), source.partition()));
            if (partition != null && partition.covers(source.offset())) {
                take(line, partition, source.offset(), source.index());
            }
        }
    }

    private void take(io.kstash.delivery.file.Finding line, AuditedPartition partition, long offset, int index) {
        PlaceCheck files = Routing.likeliest(outputs, FileAudit::filesOf, partition, offset, index)
                .filesWith(partition, offset, index);
        Lane lane = laneOf(line);
        switch (line.kind()) {
            case ROTATED -> {
                rotated++;
                files.arrive(lane, line.position(), partition, offset, index);
            }
            case FOUND, DOUBLED -> files.arrive(lane, line.position(), partition, offset, index);
            case MOVED -> files.arriveElsewhere(lane, line.position(), partition, offset, index);
            case CHANGED -> files.spoilt(lane, line.position(), partition, offset, index);
            case MISSING -> files.wasAt(lane, line.position(), partition, offset, index);
            case FOREIGN -> {
                // It has no source.
            }
        }
    }

    private static PlaceCheck filesOf(OutputAudit output) {
        return output.files().orElseThrow();
    }

    private Lane laneOf(io.kstash.delivery.file.Finding line) {
        return lanes.computeIfAbsent(line.file(), file -> Lane.ofFile(file.toString()));
    }
}
