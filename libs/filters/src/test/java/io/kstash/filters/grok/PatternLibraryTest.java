package io.kstash.filters.grok;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternLibraryTest {
    private static final Set<String> PLAIN_NAMES_IN_ECS = Set.of("timestamp", "message");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPatternIsARegularExpression(boolean ecs) {
        PatternLibrary.of(ecs)
                .keySet()
                .forEach(name -> assertThat(compiled(name, ecs)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPD_COMBINEDLOG", "EXIM", "BRO_CONN", "TOMCATLOG", "MCOLLECTIVEAUDIT", "MAVEN_VERSION"})
    void bothModesHaveAllSets(String name) {
        assertThat(PatternLibrary.of(false)).containsKey(name);
        assertThat(PatternLibrary.of(true)).containsKey(name);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true})
    void underTheSchemaNoFieldHasAnOlderName(boolean ecs) {
        Set<String> plain = new TreeSet<>();
        PatternLibrary.of(ecs)
                .keySet()
                .forEach(name -> compiled(name, ecs).captures().stream()
                        .map(capture -> capture.field().toString())
                        .filter(field -> !field.startsWith("["))
                        .forEach(plain::add));

        assertThat(plain).isEqualTo(new TreeSet<>(PLAIN_NAMES_IN_ECS));
    }

    private static GrokPattern compiled(String name, boolean ecs) {
        return new PatternCompiler(GrokOptions.MATCH, PatternLibrary.of(ecs), true, "", Set.of(), false)
                .compile("%{" + name + "}");
    }
}
