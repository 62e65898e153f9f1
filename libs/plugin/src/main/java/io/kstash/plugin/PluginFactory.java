package io.kstash.plugin;

/**
 * Makes one kind of plugin. It is the only class that a plugin registers, and has no state.
 *
 * @param <T> what it makes: a {@link Filter}, a {@link Codec}, or the input or output of a host
 */
public interface PluginFactory<T> {
    PluginSpec spec();

    /**
     * Makes the plugin, without touching anything outside: no connection is made, and of files only those are read that
     * options name.
     *
     * @param options complete and of the right types, as {@link #spec} says
     * @throws InvalidOptionException where the values, each fine by its type, do not make sense
     */
    T create(Options options);
}
