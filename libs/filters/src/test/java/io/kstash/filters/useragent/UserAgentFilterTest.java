package io.kstash.filters.useragent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a file brings, and what Logstash would die of. */
class UserAgentFilterTest {
    private static final String RULES = """
            user_agent_parsers:
              - regex: '(Nothing)?Here'
              - regex: '(\\w+)App/(\\d+)(?:\\.(\\d*))?'
                family_replacement: 'The $1 App'
              - regex: 'Fixed (\\d+)\\.(\\d+)'
                family_replacement: 'Fixed'
                v1_replacement: '7'
                v2_replacement: '8'
            os_parsers:
              - regex: 'on (\\w+) (\\d+)/(\\d+)/(\\d+)/(\\d+)'
                os_replacement: '$1 OS'
                os_v2_replacement: '$4'
                os_v3_replacement: 'x'
            device_parsers:
              - regex: 'phone (\\w+)-(\\w+)'
                regex_flag: 'i'
                device_replacement: '$2 $1 $3'
              - regex: 'pad (\\w+)'
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MyApp/1.2 on Big 1/2/3/5 PHONE a-b, The My App, 1.2, Big OS 1.3.x.5, b a",
        "MyApp/1. on Big one pad x, The My App, 1, Other, x",
        "Here Fixed 1.2, Fixed, 7.8, Other, Other"
    })
    void aFileOfRulesTakesThePlaceOfTheBundledOnes(
            String userAgent, String name, String version, String system, String device) throws IOException {
        Event event = parse(filter(RULES), userAgent);

        assertThat(event.get(FieldReference.of("[user_agent][name]"))).isEqualTo(name);
        assertThat(event.get(FieldReference.of("[user_agent][version]"))).isEqualTo(version);
        assertThat(event.get(FieldReference.of("[user_agent][os][full]"))).isEqualTo(system);
        assertThat(event.get(FieldReference.of("[user_agent][device][name]"))).isEqualTo(device);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "os_parsers: []                                 | it has no list user_agent_parsers",
                "just text                                      | it has no list user_agent_parsers",
                "user_agent_parsers: [1]                        | it has an entry that is no hash: 1",
                "user_agent_parsers: [{a: b}]                   | it has an entry without a regex: {a=b}",
                "user_agent_parsers: [{regex: '('}]             | not a regular expression: end pattern with unmatched parenthesis: /(/",
                "'user_agent_parsers: ['                        | in line 1 it is not YAML: expected the node content"
            })
    void aFileThatHoldsNoRulesIsRefused(String yaml, String problem) {
        assertThatThrownBy(() -> filter(yaml))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("must be a regexes.yaml of uap-core, and not " + folder)
                .hasMessageContaining(problem);
    }

    @Test
    void aSourceThatIsNoTextIsADeadLetter() throws IOException {
        Filter filter = filter(RULES);

        assertThatThrownBy(() -> parse(filter, 5L))
                .isInstanceOf(EventException.class)
                .hasMessage("A user agent has to be a text, and not 5");
    }

    @Test
    void onlyTheLastUserAgentsAreRemembered() {
        CachingParser parser = new CachingParser(RegexesFile.bundled(), 2);
        UserAgent first = parser.parse("curl/7.1");
        UserAgent second = parser.parse("curl/7.2");
        parser.parse("curl/7.1");
        parser.parse("curl/7.3");

        assertThat(parser.parse("curl/7.1")).isSameAs(first);
        assertThat(parser.parse("curl/7.2")).isEqualTo(second).isNotSameAs(second);
    }

    private Filter filter(String rules) throws IOException {
        Path file = Files.writeString(folder.resolve("regexes.yaml"), rules);
        return new UserAgentFilterFactory()
                .create(new Options(Map.of(
                        "source", "ua",
                        "prefix", "",
                        "regexes", file,
                        "lru_cache_size", 10L,
                        "ecs_compatibility", "v8")));
    }

    private static Event parse(Filter filter, Object userAgent) {
        Event event = Event.of(new LinkedHashMap<>(), Timestamp.ofEpochMilli(0));
        event.set(FieldReference.ofName("ua"), userAgent);
        filter.filter(event);
        return event;
    }
}
