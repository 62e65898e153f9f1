package io.kstash.filters.xml;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers XPaths, then stores the structure; what was set before a failure stays. */
record XmlFilter(FieldTemplate source, Optional<XPaths> xpaths, Optional<Storage> storage) implements Filter {
    private static final String FAILURE_TAG = "_xmlparsefailure";
    private static final Outcome MATCHED = new Outcome.Matched(Optional.of(List.of(FAILURE_TAG)));

    @Override
    public Outcome filter(Event event) {
        Object value = event.get(source.resolve(event));
        if (value == null || value.equals(false)) {
            return Outcome.UNMATCHED;
        }
        String text = text(value);
        if (text == null) {
            return failed(event);
        }
        if (XmlStructure.isBlank(text.replace('\0', ' '))) {
            return Outcome.UNMATCHED;
        }
        try {
            return handle(text, event) ? MATCHED : Outcome.UNMATCHED;
        } catch (EventException failure) {
            return failed(event);
        }
    }

    /** A list of one text does, too; null for all else. */
    private static @Nullable String text(Object value) {
        Object single = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
        return single instanceof String text ? text : null;
    }

    private boolean handle(String text, Event event) {
        XmlVersion.check(text);
        boolean answered = xpaths.isPresent() && xpaths.get().apply(text, event);
        if (storage.isPresent()) {
            Storage stored = storage.get();
            event.set(stored.target().resolve(event), stored.structure().of(text));
        }
        return answered || storage.isPresent();
    }

    private static Outcome failed(Event event) {
        event.tag(FAILURE_TAG);
        return Outcome.UNMATCHED;
    }

    /** Where the structure goes. */
    record Storage(FieldTemplate target, XmlStructure structure) {}
}
