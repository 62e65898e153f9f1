package io.kstash.filters.translate;

import static io.kstash.filters.translate.TranslateFilters.translation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three formats of a dictionary file mean, and what is told of one that is broken. */
class DictionaryFilesTest {
    private static final String NO_TRANSLATION = "none";

    @TempDir
    private Path folder;

    static Stream<Arguments> yaml() {
        return Stream.of(
                inYaml("k: text", "text"),
                inYaml("k: 'yes'", "yes"),
                inYaml("k: yes", true),
                inYaml("k: Off", false),
                inYaml("k: ~", null),
                inYaml("k:", null),
                inYaml("k: 200", 200L),
                inYaml("k: -1_000", -1000L),
                inYaml("k: 1,000", 1000L),
                inYaml("k: 017", 15L),
                inYaml("k: 08", "08"),
                inYaml("k: 0x1F", 31L),
                inYaml("k: 0b101", 5L),
                inYaml("k: 1.50", 1.5),
                inYaml("k: .5", 0.5),
                inYaml("k: 1.5e+3", 1500.0),
                inYaml("k: 1e3", "1e3"),
                inYaml("k: .", "."),
                inYaml("k: .inf", Double.POSITIVE_INFINITY),
                inYaml("k: 1:30", 5400L),
                inYaml("k: 10.0.0.1", "10.0.0.1"),
                inYaml("k: 2026-01-02", "2026-01-02"),
                inYaml("k: !!str 5", "5"),
                inYaml("k: !ruby/object:Object {a: 1}", Map.of("a", 1L)),
                inYaml("k: [1, {a: b, 5: c}]", List.of(1L, Map.of("a", "b", "5", "c"))),
                inYaml("k: |\n  two\n  lines\n", "two\nlines\n"),
                inYaml("a: &x {b: c}\nk: *x", Map.of("b", "c")),
                inYaml("base: &x {b: 1, c: 2}\nk: {<<: *x, c: 3}", Map.of("b", 1L, "c", 3L)),
                inYaml("k: {<<: [{b: 1}, {b: 2, c: 2}]}", Map.of("b", 1L, "c", 2L)),
                inYaml("k: first\nk: last", "last"),
                inYaml("---\na: b\n---\nk: second document", "second document"),
                inYaml("- a: b\n- k: in a list", "in a list"),
                inYaml("!!map {\n ? !!str \"k\"\n : !!str \"v\",\n}", "v"),
                inYaml("\uFEFFk: after a byte order mark", "after a byte order mark"),
                inYaml("", NO_TRANSLATION),
                inYaml("just text", NO_TRANSLATION));
    }

    static Stream<Arguments> csv() {
        return Stream.of(
                inCsv("k,200\nb,300", "200"),
                inCsv("\"k\",\"a \"\"quoted\"\", text\"", "a \"quoted\", text"),
                inCsv("k,v,more", "v"),
                inCsv("k", null),
                inCsv("k,", null),
                inCsv("k,\"\"", ""),
                inCsv("a,b\r\n\r\nk, v \r\n", " v "),
                inCsv("\uFEFFk,v", "v"),
                inCsv("k,first\nk,last", "last"),
                inCsv("", NO_TRANSLATION));
    }

    static Stream<Arguments> json() {
        return Stream.of(
                inJson("{\"k\": 10}", 10L),
                inJson("{\"k\": {\"a\": [null, 1.5]}}", Map.of("a", Arrays.asList(null, 1.5))),
                inJson("{\"k\": null}", null),
                inJson("\uFEFF{\"k\": \"v\"}", "v"),
                inJson("", NO_TRANSLATION));
    }

    @ParameterizedTest
    @MethodSource({"yaml", "csv", "json"})
    void aFileIsReadAsRubyReadsIt(String name, String text, @Nullable Object expected) throws Exception {
        Filter filter = translate(file(name, text));

        assertThat(translation(filter, "k")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "yes, yes",
        "true, true",
        "017, 17",
        "-5, -5",
        "1.5, 1.5",
        "'1_000', 1_000",
        "null, ",
        "~, ",
        "'\"true\"', true",
        "0x1F, 0x1F"
    })
    void streamedYamlKnowsFewerWords(String written, @Nullable String expected) throws Exception {
        Path file = file("d.yaml", "k: " + written);

        Object translation = translation(
                TranslateFilters.create(Map.of("dictionary_path", file.toString(), "yaml_load_strategy", "streaming")),
                "k");

        assertThat(translation == null ? null : translation.toString()).isEqualTo(expected);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "d.yml",
                        "foo: there: is one colon too many",
                        "names a file that is broken: mapping values are not allowed here (line 1, column 11): "),
                Arguments.of(
                        "d.yml", "k: *nothing", "names a file that is broken: *nothing stands for nothing before it: "),
                Arguments.of(
                        "d.yml",
                        "k: " + "[".repeat(1001) + "]".repeat(1001),
                        "names a file that is nested too deep: 1000 levels are the limit: "),
                Arguments.of(
                        "d.json",
                        "{\"k\": }",
                        "names a file that is broken: Not JSON: Unexpected character ('}' (code 125)): expected a"
                                + " valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
                                + " (line 1, column 7): "),
                Arguments.of("d.json", "[1]", "names a file that is JSON, but not an object: "),
                Arguments.of("d.csv", "\"k\"x,v", "names a file that is broken: not CSV: "));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsBrokenIsToldWithThePlace(String name, String text, String message) throws Exception {
        Path file = file(name, text);

        assertThatThrownBy(() -> translate(file))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"d.yml", "d.json", "d.csv"})
    void aFileThatIsNotUtf8IsRefused(String name) throws Exception {
        Path file = Files.write(folder.resolve(name), "k: ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> translate(file)).hasMessage("names a file that is not UTF-8: " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d.yml", "d.json", "d.csv"})
    void aFolderIsRefused(String name) throws Exception {
        Path folderOfThatName = Files.createDirectory(folder.resolve(name));

        assertThatThrownBy(() -> translate(folderOfThatName))
                .hasMessage("names a file that cannot be read (Is a directory): " + folderOfThatName);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKeyThatIsNoTextCannotBeSearchedFor(boolean exact) throws Exception {
        Path file = file("d.yml", "200: ok");

        assertThatThrownBy(() -> TranslateFilters.create(
                        Map.of("dictionary_path", file.toString(), "exact", String.valueOf(exact), "regex", "true")))
                .hasMessage("names a file that has the key 200, and only a text can be searched for: put it in quotes: "
                        + file);
    }

    @Test
    void aKeyThatIsNoTextIsNeverTheWholeText() throws Exception {
        Filter filter = translate(file("d.yml", "200: ok"));

        assertThat(translation(filter, "200")).isEqualTo(NO_TRANSLATION);
    }

    @Test
    void aYamlFileBeyondTheLimitIsRefused() throws Exception {
        Path file = file("d.yml", "k: " + "v".repeat(5000));

        assertThatThrownBy(() -> TranslateFilters.create(
                        Map.of("dictionary_path", file.toString(), "yaml_dictionary_code_point_limit", 1000L)))
                .hasMessage("names a file that is broken: The incoming YAML document exceeds the limit: 1000 code"
                        + " points.: " + file);
    }

    @Test
    void theLimitIsPositiveAndForYamlOnly() throws Exception {
        Path yaml = file("d.yml", "k: v");
        Path csv = file("d.csv", "k,v");

        assertThatThrownBy(() -> TranslateFilters.create(
                        Map.of("dictionary_path", yaml.toString(), "yaml_dictionary_code_point_limit", 0L)))
                .hasMessage("must be a positive number, and not 0");
        assertThatThrownBy(() -> TranslateFilters.create(
                        Map.of("dictionary_path", csv.toString(), "yaml_dictionary_code_point_limit", 9L)))
                .hasMessage("is for YAML files only: remove it");
    }

    @Test
    void keysOfAFileCanBeRegularExpressionsOrParts() throws Exception {
        Path file = file("d.csv", "^2\\d\\d,ok\n404,missing");
        String path = file.toString();

        assertThat(translation(TranslateFilters.create(Map.of("dictionary_path", path, "regex", "true")), "204"))
                .isEqualTo("ok");
        assertThat(translation(TranslateFilters.create(Map.of("dictionary_path", path, "exact", "false")), "<404>"))
                .isEqualTo("<missing>");
    }

    static Stream<Arguments> large() {
        return Stream.of(
                Arguments.of("d.yml", "", "k%1$d: v%1$d\n", ""),
                Arguments.of("d.json", "{", "\"k%1$d\": \"v%1$d\",\n", "\"\": 0}"),
                Arguments.of("d.csv", "", "k%1$d,v%1$d\n", ""));
    }

    @ParameterizedTest
    @MethodSource("large")
    void aLargeDictionaryIsNotSearchedFromOneEndToTheOther(String name, String begin, String entry, String end)
            throws Exception {
        int size = 20_000;
        String entries = IntStream.range(0, size).mapToObj(entry::formatted).collect(Collectors.joining());
        Filter exact = translate(file(name, begin + entries + end));
        Filter parts = TranslateFilters.create(
                Map.of("dictionary_path", folder.resolve(name).toString(), "exact", "false", "fallback", "none"));

        assertThat(IntStream.range(0, size).filter(i -> !("v" + i).equals(translation(exact, "k" + i))))
                .isEmpty();
        assertThat(IntStream.range(0, size).filter(i -> NO_TRANSLATION.equals(translation(parts, "x k" + i))))
                .isEmpty();
    }

    private static Arguments inYaml(String text, @Nullable Object expected) {
        return Arguments.of("d.yml", text, expected);
    }

    private static Arguments inCsv(String text, @Nullable Object expected) {
        return Arguments.of("d.csv", text, expected);
    }

    private static Arguments inJson(String text, @Nullable Object expected) {
        return Arguments.of("d.json", text, expected);
    }

    private static Filter translate(Path file) {
        return TranslateFilters.create(Map.of("dictionary_path", file.toString(), "fallback", NO_TRANSLATION));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
