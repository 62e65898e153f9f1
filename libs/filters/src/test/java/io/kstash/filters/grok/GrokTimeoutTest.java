package io.kstash.filters.grok;

import static io.kstash.filters.grok.GrokFilters.grok;
import static io.kstash.filters.grok.GrokFilters.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.event.Event;
import io.kstash.plugin.Outcome;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.SearchLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pattern would run for years: the limit of these tests is there to fail them. */
@Timeout(60)
class GrokTimeoutTest {
    private static final String ASTRAY = "^([a-z]+)+$";
    private static final String TEXT = "a".repeat(60) + "1";

    @AfterEach
    void liftTheLimitOfThisThread() {
        SearchLimit.lift();
    }

    @Test
    void aPatternEndsAtItsOwnLimit() {
        Event event = message(TEXT);

        Outcome outcome =
                grok(Map.of("match", patterns(), "timeout_millis", 50)).filter(event);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.TimedOut.class, timedOut -> {
            assertThat(timedOut.tag()).isEqualTo("_groktimeout");
            assertThat(timedOut.reason()).matches("the search for /.*/ took longer than 50 ms");
        });
    }

    @Test
    void allPatternsEndAtALimitForAll() {
        Event event = message(TEXT);

        Outcome outcome = grok(Map.of(
                        "match", patterns(), "timeout_millis", 50, "timeout_scope", "event", "tag_on_timeout", "late"))
                .filter(event);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.TimedOut.class,
                        timedOut -> assertThat(timedOut.tag()).isEqualTo("late"));
    }

    @Test
    void aPatternEndsAtTheLimitOfTheEventAndLeavesTimeForWhatFollows() {
        SearchLimit.begin(Duration.ofSeconds(2));
        Event event = message(TEXT);

        Outcome outcome = grok(Map.of("match", patterns(), "timeout_millis", 0)).filter(event);

        assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
        assertThat(Regexp.compile("1$").find(TEXT)).isTrue();
    }

    private static Map<String, List<String>> patterns() {
        return Map.of("message", List.of(ASTRAY, "%{WORD:w}"));
    }
}
