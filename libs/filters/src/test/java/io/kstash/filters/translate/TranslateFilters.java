package io.kstash.filters.translate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes translate filters from {@code source} to {@code target}, and uses them. */
final class TranslateFilters {
    private TranslateFilters() {}

    /** A filter that does not refresh. */
    static Filter create(Map<String, Object> given) {
        return create(given, (dictionary, interval) -> {});
    }

    static Filter create(Map<String, Object> given, RefreshSchedule schedule) {
        TranslateFilterFactory factory = new TranslateFilterFactory(schedule);
        Map<String, Object> all = new HashMap<>(Map.of("source", "source", "target", "target"));
        all.putAll(given);
        Map<String, Object> values = new HashMap<>();
        for (Option<?> option : factory.spec().options()) {
            @Nullable Object value = all.getOrDefault(option.name(), option.defaultValue().orElse(null));
            if (value != null) {
                values.put(option.name(), option.type().convert(value));
            }
        }
        return factory.create(new Options(values));
    }

    /** What the filter makes of a text; null, too, where it sets no target. */
    static @Nullable Object translation(Filter filter, String text) {
        Event event = Event.at(Timestamp.ofEpochMilli(0));
        event.set(FieldReference.of("source"), text);
        filter.filter(event);
        return event.get(FieldReference.of("target"));
    }

    /** Refreshes when a test says so. */
    static final class ByHand implements RefreshSchedule {
        final List<DictionaryFile> dictionaries = new ArrayList<>();
        final List<Duration> intervals = new ArrayList<>();

        @Override
        public void refresh(DictionaryFile dictionary, Duration interval) {
            dictionaries.add(dictionary);
            intervals.add(interval);
        }

        void run() {
            dictionaries.forEach(DictionaryFile::refresh);
        }
    }
}
