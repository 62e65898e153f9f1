package io.kstash.delivery.file;

import io.kstash.app.UsageException;
import io.kstash.delivery.DeliverySource;
import java.nio.file.Path;

/** What is not written to before a person has decided, and how to decide. */
final class Refusal {
    private final FileLayout layout;

    Refusal(FileLayout layout) {
        this.layout = layout;
    }

    /** Somebody cut a file, or deleted it. */
    UsageException shorter(Path file, long actual, long journalled) {
        return new UsageException(file + " has " + actual + " bytes, but " + journalled
                + " were written to it, as its journal " + layout.journal() + " says: bytes " + actual + " to "
                + (journalled - 1)
                + " are missing. Restore the file; or, to have all records delivered again that Kafka"
                + " still holds, delete " + files() + " and the journal");
    }

    /** The files are another delivery's. */
    UsageException owner(JournalHeader owner, DeliverySource source, String output) {
        return new UsageException(layout.place() + " belongs to output " + owner.output() + " of group " + owner.group()
                + " (topic " + owner.topic() + "), not to output " + output + " of group " + source.group()
                + " (topic " + source.topic() + "), as the journal " + layout.journal()
                + " says. Choose another path; or, if that owner is gone, " + startAnew());
    }

    /** Another destination writes to the file, and each would cut what the other wrote. */
    UsageException claimed(Path file, Path journal) {
        return new UsageException(file + " is written by another output, as the journal " + journal
                + " says. Give each output files of its own; or, if that output is gone, move its files away and delete that"
                + " journal");
    }

    /** The position is lost. */
    UsageException damaged(DamagedJournalException damage) {
        return new UsageException(
                damage.getMessage() + ". Restore it together with " + files()
                        + "; or, to have all records delivered again that Kafka still holds, " + startAnew(),
                damage);
    }

    /** An imperative that keeps what was written. */
    String startAnew() {
        return "move " + files() + " away and delete " + layout.journal();
    }

    private String files() {
        return layout.single().map(name -> layout.resolve(name).toString()).orElse("its files in " + layout.root());
    }
}
