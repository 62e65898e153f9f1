package io.kstash.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.language.source.SourcePosition;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Options;
import io.kstash.plugin.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterStageTest {
    private static final FieldReference LIST = FieldReference.of("list");

    static Stream<Outcome> outcomes() {
        return Stream.of(Outcome.MATCHED, new Outcome.Matched(Optional.of(List.of("_failed"))));
    }

    /** A filter with a fault: nobody can change the list that it stores. */
    @ParameterizedTest
    @MethodSource("outcomes")
    void anyExceptionInACommonOptionFailsTheEvent(Outcome outcome) {
        Filter faulty = event -> {
            event.set(LIST, List.of("x"));
            return outcome;
        };
        Decoration decoration = Decoration.ofFilter(new Options(Map.of("add_field", Map.of("[list][1]", "y"))));
        FilterStage stage = new FilterStage("faulty", new SourcePosition("p.conf", 1, 10), faulty, decoration);
        List<StageFailure> failures = new ArrayList<>();

        List<Event> through = stage.process(List.of(Event.at(Timestamp.ofEpochMilli(0))), failuresInto(failures));

        assertThat(through).isEmpty();
        assertThat(failures)
                .extracting(StageFailure::describe)
                .containsExactly("p.conf:1:10: filter faulty: UnsupportedOperationException");
    }

    private static EventSink failuresInto(List<StageFailure> failures) {
        return new EventSink() {
            @Override
            public void passed(Event event) {
                throw new AssertionError("the stage has no end of a pipeline");
            }

            @Override
            public void dropped(Event event, String reason) {
                throw new AssertionError("nothing is dropped");
            }

            @Override
            public void failed(Event event, StageFailure failure) {
                failures.add(failure);
            }
        };
    }
}
