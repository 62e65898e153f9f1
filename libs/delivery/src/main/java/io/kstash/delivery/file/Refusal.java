package io.kstash.delivery.file;

import io.kstash.app.UsageException;
import io.kstash.delivery.DeliverySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What is not written to before a person has decided, and how to decide. */
final class Refusal {
    private final FileLayout layout;

    Refusal(FileLayout layout) {
        this.layout = layout;
    }

    /** What an exception means for a person; empty if there is nothing to decide. */
    Optional<UsageException> of(IOException thrown) {
        if (thrown instanceof DamagedJournalException damage) {
            return Optional.of(damaged(damage));
        }
        if (thrown instanceof ShortFileException cut) {
            return Optional.of(cut.file().equals(layout.index()) ? indexCut(cut) : shorter(cut));
        }
        return Optional.empty();
    }

    /** Somebody cut a file. */
    private UsageException shorter(ShortFileException cut) {
        return new UsageException(
                whatIsMissing(cut) + ". Somebody cut it, as logrotate does with copytruncate (use create instead)."
                        + " Restore the file; or, to go on without these lines, move it away; or, to have all records"
                        + " delivered again that Kafka still holds, delete " + files() + " and the journal",
                cut);
    }

    private UsageException indexCut(ShortFileException cut) {
        return new UsageException(
                whatIsMissing(cut) + ". Restore the index; or, to go on without a check of what was written up to now,"
                        + " delete it",
                cut);
    }

    private String whatIsMissing(ShortFileException cut) {
        return cut.file() + " has " + cut.actual() + " bytes, but " + cut.journalled()
                + " were written to it, as its journal " + layout.journal() + " says: bytes " + cut.actual() + " to "
                + (cut.journalled() - 1) + " are missing";
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
    private UsageException damaged(DamagedJournalException damage) {
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
