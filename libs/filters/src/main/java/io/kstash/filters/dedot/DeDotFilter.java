package io.kstash.filters.dedot;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renames fields one by one; the first that cannot be renamed tags the event and skips the rest. */
final class DeDotFilter implements Filter {
    private final Optional<List<String>> fields;
    private final FieldRenaming renaming;
    private final String failureTag;
    private final Outcome matched;

    /** @param fields references to the fields to rename; all at the top where it is empty */
    DeDotFilter(Optional<List<String>> fields, FieldRenaming renaming, String failureTag) {
        this.fields = fields;
        this.renaming = renaming;
        this.failureTag = failureTag;
        this.matched = new Outcome.Matched(Optional.of(List.of(failureTag)));
    }

    @Override
    public Outcome filter(Event event) {
        try {
            List<String> references =
                    fields.orElseGet(() -> new ArrayList<>(event.fields().keySet()));
            references.forEach(reference -> renaming.apply(event, reference));
            return matched;
        } catch (EventException cannotRename) {
            event.tag(failureTag);
            return Outcome.UNMATCHED;
        }
    }
}
