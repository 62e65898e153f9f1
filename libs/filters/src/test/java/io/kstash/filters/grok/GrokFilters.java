package io.kstash.filters.grok;

import io.kstash.event.Event;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes filters of options as a pipeline has them, and events for them. */
final class GrokFilters {
    private GrokFilters() {}

    static Filter grok(Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>();
        for (Option<?> option : GrokOptions.ALL) {
            Object value =
                    given.getOrDefault(option.name(), option.defaultValue().orElse(null));
            if (value != null) {
                values.put(option.name(), option.type().convert(value));
            }
        }
        return new GrokFilterFactory().create(new Options(values));
    }

    static Event message(String text) {
        return Event.of(new LinkedHashMap<>(Map.of("message", text)), Timestamp.ofEpochMilli(0));
    }
}
