package io.kstash.filters.fingerprint;

import io.kstash.event.Event;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes one fingerprint of the names and values of several fields.
 *
 * @param text made of the event
 */
record JointFingerprint(Function<Event, String> text, FieldTemplate target, Fingerprint fingerprint) implements Filter {
    /** @param sources sorted */
    static JointFingerprint ofSources(List<FieldTemplate> sources, FieldTemplate target, Fingerprint fingerprint) {
        return new JointFingerprint(event -> textOfSources(sources, event), target, fingerprint);
    }

    static JointFingerprint ofAllFields(FieldTemplate target, Fingerprint fingerprint) {
        return new JointFingerprint(JointFingerprint::textOfAllFields, target, fingerprint);
    }

    @Override
    public Outcome filter(Event event) {
        event.set(target.resolve(event), fingerprint.of(text.apply(event)));
        return Outcome.MATCHED;
    }

    private static String textOfSources(List<FieldTemplate> sources, Event event) {
        StringBuilder text = new StringBuilder();
        sources.forEach(source -> append(text, source.toString(), event.get(source.resolve(event))));
        return text.append('|').toString();
    }

    private static String textOfAllFields(Event event) {
        StringBuilder text = new StringBuilder();
        event.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(CanonicalValue.BY_BYTES))
                .forEach(field -> append(text, field.getKey(), field.getValue()));
        return text.append('|').toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        text.append('|').append(name).append('|').append(CanonicalValue.text(value));
    }
}
