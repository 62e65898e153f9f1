package io.kstash.filters.kv;

import io.kstash.event.FieldReference;
import io.kstash.event.Template;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.time.Duration;

/**
 * {@code kv}: finds pairs of keys and values.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-kv">Logstash's kv filter</a>
 */
public final class KvFilterFactory implements PluginFactory<Filter> {
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "kv",
                    "Turns pairs such as name=value in a text into fields.",
                    KvOptions.ALL.toArray(Option<?>[]::new))
            .withExample("""
                    # from ?user=ann&page=7 to [query][user] and [query][page]
                    kv {
                      source => "query_string"
                      field_split => "&?"
                      target => "query"
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        FieldReference source = options.get(KvOptions.SOURCE)
                .orElseThrow(() -> new InvalidOptionException(KvOptions.SOURCE, "must name a field"));
        return new KvFilter(
                source,
                options.find(KvOptions.TARGET).flatMap(target -> target),
                parser(options),
                options.get(KvOptions.DEFAULT_KEYS),
                failures(options));
    }

    private static PairParser parser(Options options) {
        PatternOptions patterns = new PatternOptions(options);
        return new PairParser(
                patterns.pair(),
                patterns.keyChange(),
                patterns.valueChange(),
                KeySelection.of(options.get(KvOptions.INCLUDE_KEYS), options.get(KvOptions.EXCLUDE_KEYS)),
                Template.of(options.get(KvOptions.PREFIX)),
                new PairParser.Acceptance(
                        options.get(KvOptions.ALLOW_EMPTY_VALUES),
                        options.get(KvOptions.ALLOW_DUPLICATE_VALUES),
                        options.get(KvOptions.RECURSIVE)));
    }

    private static KvFilter.Failures failures(Options options) {
        double milliseconds = Math.max(0, options.get(KvOptions.TIMEOUT_MILLIS).doubleValue());
        return new KvFilter.Failures(
                options.get(KvOptions.TAG_ON_FAILURE),
                Duration.ofNanos((long) (milliseconds * 1e6)),
                options.get(KvOptions.TAG_ON_TIMEOUT));
    }
}
