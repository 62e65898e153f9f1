package io.kstash.engine.plan;

import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginSpec;
import java.util.HashMap;
import java.util.Map;

/** The options of a plugin of which a pipeline says nothing. */
final class Defaults {
    private Defaults() {}

    static Options of(PluginSpec spec) {
        Map<String, Object> values = new HashMap<>();
        for (Option<?> option : spec.options()) {
            option.defaultValue()
                    .ifPresent(value -> values.put(option.name(), option.type().convert(value)));
        }
        return new Options(values);
    }
}
