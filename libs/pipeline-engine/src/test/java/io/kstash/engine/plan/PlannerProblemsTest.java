package io.kstash.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message of the planner, and the place at which it points. */
class PlannerProblemsTest {
    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of("filter { mutat { } }", "1:10: unknown filter 'mutat'; did you mean 'mutate'?"),
                Arguments.of("filter { nosuchfilter { } }", "1:10: unknown filter 'nosuchfilter'"),
                Arguments.of(
                        "filter { dns { } }",
                        "1:10: filter 'dns' is not supported: Logstash has it, kstash does not; docs/from-logstash.md has"
                                + " the list"),
                Arguments.of(
                        "filter { ruby { } }",
                        "1:10: filter 'ruby' is not supported: kstash runs no Ruby; use mutate and conditionals, or a"
                                + " Kafka Streams application of your own"),
                Arguments.of("input { kafak { } }", "1:9: unknown input 'kafak'"),
                Arguments.of(
                        "input { beats { } }",
                        "1:9: input 'beats' is not supported: let Filebeat write to Kafka (output.kafka) and read the"
                                + " topic with the kafka input"),
                Arguments.of("input { lines { codec => jsn } }", "1:26: unknown codec 'jsn'; did you mean 'json'?"),
                Arguments.of(
                        "input { lines { codec => avro { } } }",
                        "1:26: codec 'avro' is not supported: use codec => json, or convert the topic with Kafka"
                                + " Connect"),
                Arguments.of(
                        "input { lines { codec => 5 } }",
                        "1:26: 'codec' must be a codec, such as json or json { }, and not 5"),
                Arguments.of(
                        "input { lines { codec => dots } }",
                        "1:26: 'codec' dots is for outputs only; use plain, line, json or json_lines here"),
                Arguments.of(
                        "filter { mutate { add_feild => { \"a\" => \"b\" } } }",
                        "1:19: unknown option 'add_feild' of filter 'mutate'; did you mean 'add_field'?"),
                Arguments.of(
                        "filter { mutate { enable_metric => \"maybe\" } }",
                        "1:36: 'enable_metric' must be true or false, and not \"maybe\""),
                Arguments.of(
                        "filter { mutate { tag_on_failure => \"a\" tag_on_failure => \"b\" } }",
                        "1:59: 'tag_on_failure' must be a string, and not [\"a\", \"b\"]"),
                Arguments.of(
                        "filter { mutate { add_field => { \"a\" => \"1\" \"a\" => \"2\" } } }",
                        "1:45: hash key \"a\" occurs twice, first in line 1"),
                Arguments.of(
                        "filter { mutate { add_field => { 200 => \"ok\" } } }",
                        "1:34: a key of a hash has to be a text: write \"200\""),
                Arguments.of(
                        "output { shelf { label => x1 colour => red } }",
                        "1:30: option 'colour' of output 'shelf' is not supported: paint it yourself"),
                Arguments.of(
                        "output { shelf { label => \"[a\" } }",
                        "1:10: output 'shelf': Invalid field reference `[a`: write a plain name, or [name][nested][0] in"
                                + " brackets"),
                Arguments.of(
                        "filter { mutate { id => \"same\" } mutate { id => \"same\" } }",
                        "1:34: the id \"same\" is given to two plugins; each needs its own"),
                Arguments.of(
                        "filter { mutate { add_field => { \"a\" => \"${NOPE}\" } } }",
                        "1:41: environment variable 'NOPE' is not set; set it, or give a default: ${NOPE:default}"),
                Arguments.of(
                        "input { if [a] { lines { } } }",
                        "1:9: an input cannot depend on a condition: there is no event yet"),
                Arguments.of(
                        "filter { if [a] =~ /(/ { mutate { } } }",
                        "1:20: not a regular expression: end pattern with unmatched parenthesis: /(/"),
                Arguments.of(
                        "filter { if 1 > \"a\" { mutate { } } }",
                        "1:13: Cannot compare 1 with \"a\": they are not of one kind"),
                Arguments.of(
                        "filter { if \"x\" and [a] { mutate { } } }",
                        "1:13: a constant can only be a condition of its own; compare it with a field"),
                Arguments.of(
                        "filter { if [\"a\", \"b\"] in [c] { mutate { } } }",
                        "1:13: a list of texts cannot be in a field; ask for each of them"),
                Arguments.of(
                        "filter { if [\"a\", \"b\"] == [c] { mutate { } } }",
                        "1:13: a list cannot be compared; write a field or a text"),
                Arguments.of(
                        "filter { if [a] == [] { mutate { } } }",
                        "1:13: nothing can be compared with an empty list; write a field or a text"),
                Arguments.of(
                        "filter { if [a] == /x/ { mutate { } } }",
                        "1:13: a regular expression cannot be compared; use =~ or !~"),
                Arguments.of(
                        "filter { drop { } mutate { } json { source => \"a\" } }",
                        "1:19: warning: no event comes here: all are dropped before it, see line 1"),
                Arguments.of(
                        "filter { if [a] { drop { } } else if [b] { if [c] { drop { } } else { drop { } } } else { drop { } }"
                                + "\nmutate { } }",
                        "2:1: warning: no event comes here: all are dropped before it, see line 1"),
                Arguments.of(
                        "output { if [a] { shelf { label => x1 } } else if [a] { shelf { label => x2 } } }",
                        "1:51: warning: no event comes here: line 1 has the same condition"),
                Arguments.of(
                        "filter { if 1 == 1 { mutate { } } else { mutate { } } }",
                        "1:13: warning: this condition is about no event and always holds; what else there is, is never"
                                + " done"),
                Arguments.of(
                        "filter { if \"a\" in [\"b\", \"c\"] { mutate { } } }",
                        "1:13: warning: this condition is about no event and never holds; what it guards is never done"),
                Arguments.of(
                        "filter { mutate { add_tag => json { } } }",
                        "1:30: 'json { }' can only be the value of codec"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aProblemIsToldWithItsPlaceAndWhatToDo(String text, String expected) {
        List<Diagnostic> diagnostics = plan(text);

        assertThat(diagnostics)
                .extracting(diagnostic -> diagnostic.position() + ": " + diagnostic.summary())
                .containsExactly("p.conf:" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geoip { source => \"[a][ip]\" database => \"a\0b\" }",
                "useragent { source => \"a\" regexes => \"a\0b\" }",
                "cidr { network_path => \"a\0b\" }",
                "translate { source => \"a\" dictionary_path => \"a\0b\" }",
                "grok { patterns_dir => [\"a\0b\"] }",
            })
    void whatNoFileCanHaveAsItsPathIsRefused(String filter) {
        assertThat(plan("filter { " + filter + " }"))
                .extracting(Diagnostic::summary)
                .singleElement()
                .asString()
                .endsWith(
                        "' must be a path that a file can have here, and not \"a\\u0000b\": Nul character not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter { if [a] { drop { } } mutate { } }",
                "filter { drop { percentage => 99 } mutate { } }",
                "filter { if [a] { drop { } } else { mutate { } } mutate { } }",
                "filter { if \"${HOME}\" == \"/home/me\" { mutate { } } }",
            })
    void codeThatCanBeReachedIsNoProblem(String text) {
        assertThat(plan(text)).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheText() {
        String text = "input { lines { codec => jsn } }\nfilter { if [a] = 1 { mutat { } } }\noutput { shelf { } }";

        assertThat(plan(text))
                .extracting(diagnostic -> diagnostic.position().line())
                .containsExactly(1, 2, 2, 3);
    }

    @Test
    void aPipelineWithoutProblemsHasAPlan() {
        PlanResult<String, String> result = TestCatalog.planner()
                .plan(PipelineSource.of("p.conf", "input { lines { } } output { shelf { label => \"${HOME}\" } }"));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.pipeline()).hasValueSatisfying(pipeline -> {
            assertThat(pipeline.inputs()).extracting("id", "input").containsExactly(tuple("input-lines-1", "lines"));
            assertThat(pipeline.outputs()).extracting("output").containsExactly("/home/me");
        });
    }

    private static List<Diagnostic> plan(String text) {
        return TestCatalog.planner().plan(PipelineSource.of("p.conf", text)).diagnostics();
    }
}
