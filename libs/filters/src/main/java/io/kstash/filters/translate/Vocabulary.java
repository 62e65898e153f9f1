package io.kstash.filters.translate;

import io.kstash.event.Event;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dictionary, and what to say where it has no translation. */
record Vocabulary(Lookup lookup, Optional<Template> fallback) {
    /** The translation of a value as a text; null where there is none. */
    @Nullable Translation translate(@Nullable Object value, Event event) {
        Translation found = lookup.find(RubyText.toS(value));
        if (found != null || fallback.isEmpty()) {
            return found;
        }
        return new Translation(fallback.get().render(event));
    }
}
