package io.kstash.plugin;

import java.util.Map;
import java.util.Optional;

/** The values of a plugin's options, converted and complete. Immutable. */
public final class Options {
    private final Map<String, Object> values;

    /** @param values by option name, each converted by the option's type, defaults included */
    public Options(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * The value of an option that is required or has a default.
     *
     * @throws IllegalStateException where it is neither and was not given: a fault of the plugin
     */
    public <T> T get(Option<T> option) {
        return find(option).orElseThrow(() -> new IllegalStateException(option + " has no value: read it with find()"));
    }

    /** The value of an option that may be left out. */
    @SuppressWarnings("unchecked") // whoever fills the map converts each value by the type of its option
    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable((T) values.get(option.name()));
    }
}
