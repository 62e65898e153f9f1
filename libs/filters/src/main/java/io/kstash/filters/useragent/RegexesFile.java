package io.kstash.filters.useragent;

import io.kstash.regexp.Regexp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the rules of a {@code regexes.yaml}.
 *
 * @see <a href="https://github.com/ua-parser/uap-core/blob/master/docs/specification.md">Its specification</a>
 */
final class RegexesFile {
    private static final String IGNORING_CASE = "(?i)";

    private RegexesFile() {}

    /** The rules that Logstash brings along. */
    static UserAgentParser bundled() {
        return Bundled.PARSER;
    }

    /**
     * The rules of a file.
     *
     * @throws IOException where it cannot be read
     * @throws IllegalArgumentException where it does not hold rules
     */
    static UserAgentParser read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    private static UserAgentParser parse(String yaml) {
        Object kinds = load(yaml);
        return new UserAgentParser(
                rules(kinds, "user_agent_parsers", RegexesFile::browserRule),
                rules(kinds, "os_parsers", RegexesFile::systemRule),
                rules(kinds, "device_parsers", RegexesFile::deviceRule));
    }

    private static Object load(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (MarkedYAMLException notYaml) {
            throw new IllegalArgumentException(
                    "in line " + (notYaml.getProblemMark().getLine() + 1) + " it is not YAML: " + notYaml.getProblem(),
                    notYaml);
        } catch (YAMLException notYaml) {
            throw new IllegalArgumentException("it is not YAML: " + notYaml.getMessage(), notYaml);
        }
    }

    private static <R> List<R> rules(@Nullable Object kinds, String kind, Function<Entry, R> rule) {
        if (kinds instanceof Map<?, ?> byKind && byKind.get(kind) instanceof List<?> entries) {
            return entries.stream().map(Entry::of).map(rule).toList();
        }
        throw new IllegalArgumentException("it has no list " + kind);
    }

    private static BrowserRule browserRule(Entry entry) {
        return new BrowserRule(
                entry.pattern(""),
                entry.text("family_replacement"),
                entry.text("v1_replacement"),
                entry.text("v2_replacement"));
    }

    private static SystemRule systemRule(Entry entry) {
        return new SystemRule(
                entry.pattern(""),
                entry.text("os_replacement"),
                VersionPart.of(entry.text("os_v1_replacement"), 2),
                VersionPart.of(entry.text("os_v2_replacement"), 3),
                VersionPart.of(entry.text("os_v3_replacement"), 4));
    }

    private static DeviceRule deviceRule(Entry entry) {
        boolean ignoresCase = "i".equals(entry.text("regex_flag"));
        return new DeviceRule(entry.pattern(ignoresCase ? IGNORING_CASE : ""), entry.text("device_replacement"));
    }

    /** What the file says of one rule. */
    private record Entry(Map<?, ?> values) {
        static Entry of(@Nullable Object entry) {
            if (entry instanceof Map<?, ?> values) {
                return new Entry(values);
            }
            throw new IllegalArgumentException("it has an entry that is no hash: " + entry);
        }

        @Nullable String text(String name) {
            Object value = values.get(name);
            return value == null ? null : value.toString();
        }

        Regexp pattern(String options) {
            String regex = text("regex");
            if (regex == null) {
                throw new IllegalArgumentException("it has an entry without a regex: " + values);
            }
            return Regexp.compile(options + regex);
        }
    }

    /** Read when a filter first needs it, and then shared. */
    private static final class Bundled {
        private static final String RESOURCE = "/ua_parser/regexes.yaml";
        // As Logstash mends it: greedy, it takes "Mac OS X Version 10.14.4 (Build 18E226)" for version 18.
        private static final String GREEDY = "'Mac OS X\\s.{1,50}\\s(";
        private static final String RELUCTANT = "'Mac OS X\\s.{1,50}?\\s(";

        static final UserAgentParser PARSER = parse(resource().replace(GREEDY, RELUCTANT));

        private static String resource() {
            try (InputStream resource =
                    Objects.requireNonNull(RegexesFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
