package io.kstash.consumer.audit;

import io.kstash.delivery.file.FileIndex;
import io.kstash.ledger.LedgerOutput.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The files of a pipeline, as far as this machine has them. For one thread. */
final class FileAudits {
    private final List<FileAudit> audits = new ArrayList<>();
    private final List<String> notHere = new ArrayList<>();
    private final List<String> renamed;

    /**
     * Looks how far each file is; what is delivered later is not expected there.
     *
     * @param data where to look for files that are not at their place
     * @param committed the offsets of the deliveries' group, which say that there must have been a file where there is none
     */
    FileAudits(Ledger ledger, Path data, Supplier<Map<Integer, Long>> committed, Findings findings) {
        Map<FilePlace, List<OutputAudit>> places = ledger.outputs().stream()
                .filter(output -> output.output().kind() == Kind.FILE)
                .collect(Collectors.groupingBy(
                        output -> FilePlace.of(output.output()), LinkedHashMap::new, Collectors.toList()));
        renamed = ledger.outputs().stream()
                .filter(OutputAudit::isRenamed)
                .map(output -> "the output that writes " + output.output()
                        + " had another path before, where the audit does not look")
                .toList();
        places.forEach((place, outputs) -> {
            FileIndex index = place.open(outputs, data);
            Map<Integer, Long> written = index.source().isPresent() ? index.nextOffsets() : committed.get();
            outputs.forEach(output -> output.writtenBelow(written));
            audits.add(new FileAudit(ledger, index, outputs, findings));
            if (index.source().isEmpty() && !written.isEmpty()) {
                notHere.add(outputs.get(0).output() + " and its journal are not on this machine, neither there nor in "
                        + data.toAbsolutePath().normalize() + ": run the audit where the transformer runs, or give"
                        + " the folder with --data");
            }
        });
    }

    /** Reads index and files, after the topic of the deliveries. */
    void run() {
        audits.forEach(FileAudit::run);
    }

    /** What a person should know of them. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(notHere);
        notes.addAll(renamed);
        audits.stream()
                .filter(audit -> audit.rotated() > 0)
                .forEach(audit -> notes.add(audit.rotated() + " lines of " + audit.name()
                        + " were in files that were moved away or deleted; they count as delivered"));
        return notes;
    }
}
