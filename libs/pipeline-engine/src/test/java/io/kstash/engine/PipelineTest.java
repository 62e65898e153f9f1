package io.kstash.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.engine.plan.TestCatalog;
import io.kstash.event.Event;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonWriter;
import io.kstash.event.Timestamp;
import io.kstash.language.source.PipelineSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    private final Recorder recorder = new Recorder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[a] == 5 | {\"a\":5} | true",
                "[a] == 5 | {\"a\":5.0} | false",
                "[a] != \"x\" | {} | true",
                "[a] > 1.5 | {\"a\":2} | true",
                "[a] < \"9\" | {\"a\":\"10\"} | true",
                "[a] <= 0 | {\"a\":true} | true",
                "[a] > 5 | {\"a\":null} | false",
                "[a] >= 5 | {\"a\":null} | true",
                "[a] in [1,2,3] | {\"a\":\"2\"} | true",
                "[a] in [\"x\",\"\"] | {\"a\":null} | true",
                "\"x\" in [a] | {\"a\":[\"x\",\"y\"]} | true",
                "\"t1\" in [a] | {\"a\":\"t11\"} | true",
                "[a] not in [b] | {\"a\":1,\"b\":[1]} | false",
                "[a] =~ /^\\d+$/ | {\"a\":\"123\"} | true",
                "[a] !~ /5/ | {\"a\":5} | true",
                "[a] == 1 xor [b] == 1 | {\"a\":1,\"b\":1} | false",
                "[a] == 1 nand [b] == 1 | {\"a\":1} | true",
                "![a] | {\"a\":false} | true",
                "[a] | {\"a\":\"\"} | false",
                "[a][0][k] == 2 | {\"a\":[{\"k\":2}]} | true",
            })
    void aConditionHoldsAsInLogstash(String condition, String event, boolean holds) {
        filter("if " + condition + " { mutate { add_tag => [\"yes\"] } }", event);

        assertThat(recorder.passed)
                .singleElement()
                .satisfies(passed -> assertThat(passed.tags().contains("yes")).isEqualTo(holds));
    }

    @Test
    void aConditionThatCannotBeEvaluatedFailsTheEventAtItsPlace() {
        filter("\n if [a] > 5 { mutate { } }", "{\"a\":[1]}");

        assertThat(recorder.passed).isEmpty();
        assertThat(recorder.failures).singleElement().satisfies(failure -> {
            assertThat(failure.stage()).isEqualTo("condition");
            assertThat(failure.place()).hasToString("p.conf:2:5");
            assertThat(failure.reason()).isEqualTo("Cannot compare [1] with 5");
        });
    }

    @Test
    void theFirstBranchThatHoldsIsTaken() {
        String branches =
                "if [a] > 1 { mutate { add_tag => \"first\" } } else if [a] > 0 { mutate { add_tag => \"second\" } }"
                        + " else { mutate { add_tag => \"third\" } } mutate { add_tag => \"after\" }";

        filter(branches, "{\"a\":1}");

        assertThat(recorder.passed).extracting(Event::tags).containsExactly(List.of("second", "after"));
    }

    @Test
    void theCommonOptionsApplyInLogstashsOrderAndOnlyOnSuccess() {
        String json =
                "json { source => \"m\" target => \"j\" add_field => { \"f\" => \"%{[j][a]}\" } remove_field => \"m\" add_tag => \"parsed\" }";

        filter(json, "{\"m\":\"{\\\"a\\\":1}\"}");
        filter(json, "{\"m\":\"{bad\"}");

        assertThat(recorder.texts())
                .containsExactly(
                        "{\"j\":{\"a\":1},\"f\":\"1\",\"tags\":[\"parsed\"]}",
                        "{\"m\":\"{bad\",\"tags\":[\"_jsonparsefailure\"]}");
    }

    @Test
    void aFieldThatExistsBecomesAnArrayWhenItIsAdded() {
        filter("mutate { add_field => { \"a\" => [\"y\", \"%{b}\"] } }", "{\"a\":\"x\",\"b\":2}");

        assertThat(recorder.texts()).containsExactly("{\"a\":[\"x\",\"y\",\"2\"],\"b\":2}");
    }

    @Test
    void aCommonOptionThatCannotBeAppliedFailsTheEvent() {
        filter(
                "truncate { fields => [\"m\"] length_bytes => 1 add_field => { \"[s][x]\" => \"v\" } }",
                "{\"m\":\"long\",\"s\":\"scalar\"}");

        assertThat(recorder.failures).singleElement().satisfies(failure -> {
            assertThat(failure.stage()).isEqualTo("filter truncate");
            assertThat(failure.reason()).contains("[s][x]");
        });
    }

    @Test
    void theRouterChoosesOutputsByTheirConditions() {
        Pipeline<String, String> pipeline = plan(
                "output { shelf { label => \"all\" } if [a] > 5 { shelf { label => \"big\" } } else { shelf { label => \"small\" } } }");

        assertThat(pipeline.router().route(event("{\"a\":9}")))
                .extracting(PlannedOutput::output)
                .containsExactly("all", "big");
        assertThat(pipeline.router().route(event("{\"a\":1}")))
                .extracting(PlannedOutput::output)
                .containsExactly("all", "small");
        assertThatThrownBy(() -> pipeline.router().route(event("{\"a\":\"x\"}")))
                .isInstanceOf(UndecidableRouteException.class)
                .hasMessage("Cannot compare \"x\" with 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "mutate { gsub => [\"a\", \"^(x+)+$\", \"\"] } | filter mutate",
                "if [a] =~ /^(x+)+$/ { mutate { } } | condition",
            })
    @Timeout(60)
    void aSearchBeyondTheTimeLimitFailsTheEvent(String filters, String stage) {
        String goesAstray = "{\"a\":\"" + "x".repeat(60) + "y\"}";

        plan("filter { " + filters + " }")
                .withEventTimeout(Duration.ofMillis(50))
                .filter(event(goesAstray), recorder);

        assertThat(recorder.passed).isEmpty();
        assertThat(recorder.failures).singleElement().satisfies(failure -> {
            assertThat(failure.stage()).isEqualTo(stage);
            assertThat(failure.reason()).isEqualTo("the search for /^(x+)+$/ took longer than 50 ms");
        });
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    @Timeout(60)
    void grokBeyondTheTimeLimitIsATagOrAFailureAsTheHostWishes(boolean tolerated) {
        recorder.toleratesTimeouts = tolerated;

        plan("filter { grok { match => { \"a\" => \"^(x+)+$\" } add_tag => [\"matched\"] } }")
                .withEventTimeout(Duration.ofMillis(50))
                .filter(event("{\"a\":\"" + "x".repeat(60) + "y\"}"), recorder);

        if (tolerated) {
            assertThat(recorder.passed).extracting(Event::tags).containsExactly(List.of("_groktimeout"));
            assertThat(recorder.failures).isEmpty();
        } else {
            assertThat(recorder.passed).isEmpty();
            assertThat(recorder.failures).singleElement().satisfies(failure -> {
                assertThat(failure.stage()).isEqualTo("filter grok");
                assertThat(failure.reason()).isEqualTo("the search for /^(x+)+$/ took longer than 50 ms");
            });
        }
    }

    @Test
    @Timeout(60)
    void aSearchBeyondTheTimeLimitInAnOutputsConditionIsUndecidable() {
        Pipeline<String, String> pipeline = plan("output { if [a] =~ /^(x+)+$/ { shelf { label => \"a\" } } }")
                .withEventTimeout(Duration.ofMillis(50));
        recorder.onPassed = pipeline.router()::route;

        assertThatThrownBy(() -> pipeline.filter(event("{\"a\":\"" + "x".repeat(60) + "y\"}"), recorder))
                .isInstanceOf(UndecidableRouteException.class)
                .hasMessage("the search for /^(x+)+$/ took longer than 50 ms");
    }

    @Test
    void anOutputKnowsWhichEventsComeToIt() {
        Pipeline<String, String> pipeline = plan("""
                output {
                  shelf { label => all }
                  if [a] == 1 {
                    shelf { label => one }
                  } else if [a] == 2 or
                      [b] {
                    if [c] { shelf { label => two } }
                  } else {
                    shelf { label => others }
                  }
                }
                """);

        assertThat(pipeline.outputs())
                .extracting(PlannedOutput::conditions)
                .containsExactly(
                        List.of(),
                        List.of("[a] == 1"),
                        List.of("not ([a] == 1)", "[a] == 2 or [b]", "[c]"),
                        List.of("not ([a] == 1)", "not ([a] == 2 or [b])"));
    }

    private void filter(String filters, String event) {
        plan("filter { " + filters + " }").filter(event(event), recorder);
    }

    private static Pipeline<String, String> plan(String text) {
        return TestCatalog.planner()
                .plan(PipelineSource.of("p.conf", text))
                .pipeline()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Event event(String json) {
        return Event.of((Map<String, Object>) JsonReader.readLast(json), Timestamp.ofEpochMilli(0));
    }

    private static final class Recorder implements EventSink {
        private final List<Event> passed = new ArrayList<>();
        private final List<StageFailure> failures = new ArrayList<>();
        private Consumer<Event> onPassed = event -> {};
        private boolean toleratesTimeouts = true;

        @Override
        public boolean toleratesTimeouts() {
            return toleratesTimeouts;
        }

        @Override
        public void passed(Event event) {
            passed.add(event);
            onPassed.accept(event);
        }

        @Override
        public void dropped(Event event, String reason) {}

        @Override
        public void failed(Event event, StageFailure failure) {
            failures.add(failure);
        }

        /** Without the fields that every event has. */
        List<String> texts() {
            passed.forEach(event -> event.fields().keySet().removeAll(List.of("@timestamp", "@version")));
            return passed.stream().map(event -> JsonWriter.text(event.fields())).toList();
        }
    }
}
