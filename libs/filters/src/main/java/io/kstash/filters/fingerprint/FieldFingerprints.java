package io.kstash.filters.fingerprint;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;

/** Takes the fingerprint of each field that there is; the last one stays. */
record FieldFingerprints(List<FieldTemplate> sources, FieldTemplate target, Fingerprint fingerprint) implements Filter {
    @Override
    public Outcome filter(Event event) {
        for (FieldTemplate source : sources) {
            FieldReference field = source.resolve(event);
            if (event.contains(field)) {
                event.set(target.resolve(event), fingerprint.of(event.get(field)));
            }
        }
        return Outcome.MATCHED;
    }
}
