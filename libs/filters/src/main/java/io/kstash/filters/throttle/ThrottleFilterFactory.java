package io.kstash.filters.throttle;

import io.kstash.event.Template;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code throttle}: marks events by how many of them there are in a time.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-throttle">Logstash's throttle
 *     filter</a>
 */
public final class ThrottleFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> KEY =
            Option.required("key", OptionType.STRING, "What is counted: events with the same text, such as %{host}.");
    private static final Option<Number> BEFORE_COUNT = Option.withDefault(
            "before_count",
            OptionType.NUMBER,
            -1L,
            "In each period the events before this one are marked; with -1 none is for being early.");
    private static final Option<Number> AFTER_COUNT = Option.withDefault(
            "after_count",
            OptionType.NUMBER,
            -1L,
            "In each period the events after this one are marked; with -1 none is for being late.");
    private static final Option<String> PERIOD = Option.withDefault(
            "period",
            OptionType.STRING,
            "60",
            "Seconds of event time, from the first event of a key on, after which counting starts anew; may hold %{…}.");
    private static final Option<Number> MAX_AGE = Option.withDefault(
            "max_age",
            OptionType.NUMBER,
            3600L,
            "Seconds of event time for which a period is remembered, for events that come late.");
    private static final Option<Number> MAX_COUNTERS = Option.withDefault(
            "max_counters",
            OptionType.NUMBER,
            100_000L,
            "How many counters there may be before max_age is shortened bit by bit; with -1 any number.");
    private static final Option<Boolean> PERIODIC_FLUSH = Option.withDefault(
            "periodic_flush",
            OptionType.BOOLEAN,
            "true",
            "Whether keys that are older than max_age are forgotten and max_counters is watched, every five seconds.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "throttle",
                    "Marks events that come too rarely or too often: the common options apply to those. The counters are in"
                            + " memory: each instance of the application has its own, and a restart begins at zero.",
                    KEY,
                    BEFORE_COUNT,
                    AFTER_COUNT,
                    PERIOD,
                    MAX_AGE,
                    MAX_COUNTERS,
                    PERIODIC_FLUSH)
            .withExample("""
                    throttle {
                      key => "%{[host][name]}%{message}"
                      after_count => 3
                      period => "60"
                      add_tag => "throttled"
                    }
                    if "throttled" in [tags] {
                      drop { }
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        MemoryLimit limit = new MemoryLimit(
                options.get(MAX_AGE).longValue(), options.get(MAX_COUNTERS).longValue());
        return new ThrottleFilter(
                Template.of(options.get(KEY)),
                Template.of(options.get(PERIOD)),
                new Bounds(
                        options.get(BEFORE_COUNT).doubleValue(),
                        options.get(AFTER_COUNT).doubleValue()),
                new Counters(limit, options.get(PERIODIC_FLUSH), System::nanoTime));
    }
}
