package io.kstash.consumer.audit;

import io.kstash.delivery.file.FileIndex;
import io.kstash.ledger.LedgerOutput;
import java.nio.file.Path;
import java.util.List;

/**
 * Where file outputs of a pipeline write: one file, or several below a folder. Outputs with the same place share an index.
 *
 * @param path of the file or the folder
 * @param single whether it is a file
 */
record FilePlace(Path path, boolean single) {
    private static final String DEPENDS_ON_EVENT = "%{";

    static FilePlace of(LedgerOutput output) {
        int place = output.name().indexOf(DEPENDS_ON_EVENT);
        return place < 0
                ? new FilePlace(Path.of(output.name()), true)
                : new FilePlace(Path.of(output.name().substring(0, output.name().lastIndexOf('/', place) + 1)), false);
    }

    /**
     * What was written there by these outputs.
     *
     * @param data looked at where there is nothing at the place itself: the path may be one in a container
     */
    FileIndex open(List<OutputAudit> outputs, Path data) {
        FileIndex index = open(path, outputs);
        if (index.source().isEmpty()) {
            return open(single ? data.resolve(path.getFileName()) : data, outputs);
        }
        return index;
    }

    /** Of outputs that share a folder, one gave its name to the index. */
    private FileIndex open(Path where, List<OutputAudit> outputs) {
        if (single) {
            return FileIndex.open(where);
        }
        List<FileIndex> candidates = outputs.stream()
                .map(output -> FileIndex.open(where, output.output().id()))
                .toList();
        return candidates.stream()
                .filter(index -> index.source().isPresent())
                .findFirst()
                .orElse(candidates.get(0));
    }
}
