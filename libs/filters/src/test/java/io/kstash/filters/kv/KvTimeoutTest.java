package io.kstash.filters.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Template;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Outcome;
import io.kstash.regexp.SearchLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KvTimeoutTest {
    private static final FieldReference MESSAGE = FieldReference.of("message");
    private static final String GOES_ASTRAY = "a".repeat(10) + "=".repeat(60) + "b";

    @AfterEach
    void liftTheLimit() {
        SearchLimit.lift();
    }

    @Test
    void theLimitOfTheEventTagsAsTheFiltersOwnDoes() {
        Event event = event(GOES_ASTRAY);
        SearchLimit.begin(Duration.ofMillis(100));

        Outcome outcome = filter(Duration.ZERO).filter(event);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.TimedOut.class, timedOut -> {
            assertThat(timedOut.tag()).isEqualTo("slow");
            assertThat(timedOut.reason()).endsWith("took longer than 100 ms");
        });
    }

    @Test
    void manyShortSearchesCountTogether() {
        Deadline deadline = Deadline.in(Duration.ofNanos(1));

        assertThatThrownBy(() -> {
                    while (true) {
                        deadline.remaining();
                    }
                })
                .isInstanceOf(DeadlineException.class)
                .hasMessage("finding the pairs took longer than 0 ms");
    }

    private static KvFilter filter(Duration timeout) {
        PairSyntax syntax = new PairSyntax(" ", Optional.empty(), "=", Optional.of("(?:=+=+)+:"), true, true);
        TextChange none = new TextChange(Optional.empty(), Optional.empty(), UnaryOperator.identity());
        PairParser parser = new PairParser(
                syntax.pattern(),
                none,
                none,
                KeySelection.of(List.of(), List.of()),
                Template.of(""),
                new PairParser.Acceptance(false, true, false));
        return new KvFilter(
                MESSAGE, Optional.empty(), parser, Map.of(), new KvFilter.Failures(List.of(), timeout, "slow"));
    }

    private static Event event(String message) {
        Event event = Event.at(Timestamp.ofEpochMilli(0));
        event.set(MESSAGE, message);
        return event;
    }
}
