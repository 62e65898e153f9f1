package io.kstash.filters.grok;

import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code grok}: takes texts apart with patterns.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-grok">Logstash's grok filter</a>
 */
public final class GrokFilterFactory implements PluginFactory<Filter> {
    private static final double NANOS_OF_A_MILLI = 1e6;
    /** Three years. Nobody waits that long, and the clock that counts them does not overflow. */
    private static final double LONGEST_NANOS = 1e17;

    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "grok",
                    "Takes texts apart with patterns.",
                    GrokOptions.ALL.toArray(Option<?>[]::new))
            .withExample("""
                    # from "203.0.113.9 GET /index.html 200" to [source][ip], [url][path] and the number [status]
                    grok {
                      match => { "message" => "%{IP:[source][ip]} %{WORD} %{URIPATH:[url][path]} %{INT:status:int}" }
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    /** Reads the files of {@code patterns_dir}, since they decide what a pattern is. */
    @Override
    public Filter create(Options options) {
        PatternCompiler compiler = new PatternCompiler(
                GrokOptions.MATCH,
                library(options),
                options.get(GrokOptions.NAMED_CAPTURES_ONLY),
                options.find(GrokOptions.TARGET)
                        .map(GrokFilterFactory::reference)
                        .orElse(""),
                Set.copyOf(options.get(GrokOptions.OVERWRITE)),
                options.get(GrokOptions.KEEP_EMPTY_CAPTURES));
        Timeout timeout = new Timeout(
                limit(options), options.get(GrokOptions.TIMEOUT_SCOPE).equals("event"));
        List<MatchedField> fields = new ArrayList<>();
        options.get(GrokOptions.MATCH)
                .forEach((field, patterns) -> fields.add(new MatchedField(
                        FieldTemplate.literal(field),
                        texts(patterns).stream().map(compiler::compile).toList(),
                        options.get(GrokOptions.BREAK_ON_MATCH),
                        timeout)));
        return new GrokFilter(
                List.copyOf(fields),
                options.get(GrokOptions.BREAK_ON_MATCH),
                options.get(GrokOptions.TAG_ON_FAILURE),
                options.get(GrokOptions.TAG_ON_TIMEOUT));
    }

    private static Map<String, String> library(Options options) {
        Map<String, String> patterns = new HashMap<>(PatternLibrary.of(EcsCompatibility.isEnabled(options)));
        PatternFiles files = new PatternFiles(GrokOptions.PATTERNS_DIR, options.get(GrokOptions.PATTERNS_FILES_GLOB));
        options.get(GrokOptions.PATTERNS_DIR).forEach(path -> files.read(path, patterns));
        options.get(GrokOptions.PATTERN_DEFINITIONS)
                .forEach((name, expression) -> patterns.put(name, definition(name, expression)));
        return patterns;
    }

    private static String definition(String name, Object expression) {
        if (expression instanceof String text) {
            return text.replaceFirst("(?:\\r?\\n|\\r)\\z", "");
        }
        throw new InvalidOptionException(
                GrokOptions.PATTERN_DEFINITIONS,
                "must define " + name + " as a text, and not as " + RubyText.inspect(expression));
    }

    private static List<String> texts(Object patterns) {
        List<?> all = patterns instanceof List<?> list ? list : List.of(patterns);
        List<String> texts = new ArrayList<>();
        for (Object pattern : all) {
            if (!(pattern instanceof String text)) {
                throw new InvalidOptionException(
                        GrokOptions.MATCH, "must give patterns as texts, and not as " + RubyText.inspect(pattern));
            }
            texts.add(text);
        }
        return texts;
    }

    /** As in Logstash, the name of a field does as well as a reference. */
    private static String reference(String target) {
        return target.matches("(?s).*\\[.*\\].*") ? target : "[" + target.strip() + "]";
    }

    private static Duration limit(Options options) {
        double nanos = options.get(GrokOptions.TIMEOUT_MILLIS).doubleValue() * NANOS_OF_A_MILLI;
        return nanos > 0 ? Duration.ofNanos((long) Math.min(nanos, LONGEST_NANOS)) : Duration.ZERO;
    }
}
