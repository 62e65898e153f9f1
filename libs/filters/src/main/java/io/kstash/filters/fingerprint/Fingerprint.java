package io.kstash.filters.fingerprint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short form of a value. Thread-safe. */
@FunctionalInterface
interface Fingerprint {
    /**
     * The short form.
     *
     * @throws io.kstash.event.EventException where the value has none
     */
    Object of(@Nullable Object value);

    /** Of an array an array of the fingerprints, and of a value its {@link CanonicalValue}'s. */
    default Fingerprint ofEach() {
        return value -> value instanceof List<?> list ? ofElements(list) : of(CanonicalValue.of(value));
    }

    private List<Object> ofElements(List<?> list) {
        List<Object> all = new ArrayList<>(list.size());
        list.forEach(element -> all.add(of(CanonicalValue.of(element))));
        return all;
    }
}
