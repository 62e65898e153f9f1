package io.kstash.filters.useragent;

import io.kstash.event.FieldTemplate;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code useragent}: what a browser says of itself becomes fields.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-useragent">Logstash's useragent
 *     filter</a>
 */
public final class UserAgentFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> SOURCE = Option.required(
            "source", OptionType.STRING, "The field that holds the user agent; of an array the first element counts.");
    private static final Option<String> TARGET = Option.optional(
            "target",
            OptionType.STRING,
            "The field that takes what is found; else [user_agent], or without ECS the top of the event.");
    private static final Option<String> PREFIX = Option.withDefault(
            "prefix", OptionType.STRING, "", "What the new fields' names start with; only without ECS.");
    private static final Option<Path> REGEXES = Option.optional(
            "regexes",
            OptionType.PATH,
            "A regexes.yaml of uap-core to use; else version 0.12.0, which Logstash brings along.");
    private static final Option<Number> LRU_CACHE_SIZE = Option.withDefault(
            "lru_cache_size", OptionType.NUMBER, 100_000L, "How many user agents are remembered once parsed.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "useragent",
                    "Finds browser, operating system and device in a user agent.",
                    SOURCE,
                    TARGET,
                    PREFIX,
                    REGEXES,
                    LRU_CACHE_SIZE,
                    EcsCompatibility.OPTION)
            .withExample("useragent { source => \"[user_agent][original]\" }");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        String source = options.get(SOURCE);
        String target = options.find(TARGET).orElse(null);
        return new UserAgentFilter(
                FieldTemplate.literal(source),
                source.equals(target),
                EcsCompatibility.isEnabled(options)
                        ? FieldNames.ecs(target)
                        : FieldNames.legacy(target, options.get(PREFIX)),
                new CachingParser(rules(options), cacheSize(options)));
    }

    private static int cacheSize(Options options) {
        int size = options.get(LRU_CACHE_SIZE).intValue();
        if (size < 1) {
            throw new InvalidOptionException(LRU_CACHE_SIZE, "must be at least 1, and not " + size);
        }
        return size;
    }

    private static UserAgentParser rules(Options options) {
        return options.find(REGEXES).map(UserAgentFilterFactory::read).orElseGet(RegexesFile::bundled);
    }

    private static UserAgentParser read(Path file) {
        try {
            return RegexesFile.read(file);
        } catch (IOException unreadable) {
            throw new InvalidOptionException(REGEXES, "names a file that does not exist or cannot be read: " + file);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidOptionException(
                    REGEXES, "must be a regexes.yaml of uap-core, and not " + file + ": " + invalid.getMessage());
        }
    }
}
