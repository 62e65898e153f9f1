package io.kstash.engine;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.language.source.SourcePosition;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one filter and does for it what all filters have in common. */
public final class FilterStage implements Stage {
    private final String name;
    private final SourcePosition place;
    private final Filter filter;
    private final Decoration decoration;
    private final Stage next;

    /**
     * A stage.
     *
     * @param name the filter's name
     * @param place where it stands in the pipeline
     */
    public FilterStage(String name, SourcePosition place, Filter filter, Decoration decoration, Stage next) {
        this.name = name;
        this.place = place;
        this.filter = filter;
        this.decoration = decoration;
        this.next = next;
    }

    @Override
    public void process(Event event, EventSink sink) {
        run(filter, event, sink);
    }

    private void run(Filter work, Event event, EventSink sink) {
        @Nullable Outcome outcome = outcome(work, event, sink);
        if (outcome instanceof Outcome.Matched matched) {
            decorate(event, matched.failureTags(), sink, next);
        } else if (outcome instanceof Outcome.PartlyMatched partly) {
            decorate(event, partly.failureTags(), sink, (decorated, to) -> run(partly.rest(), decorated, to));
        } else if (outcome instanceof Outcome.Unmatched) {
            next.process(event, sink);
        } else if (outcome instanceof Outcome.Dropped dropped) {
            sink.dropped(event, dropped.reason());
        } else if (outcome instanceof Outcome.Replaced replaced) {
            replaced.events().forEach(other -> decorate(other, Optional.empty(), sink, next));
        } else if (outcome instanceof Outcome.Joined joined) {
            next.process(event, sink);
            joined.others().forEach(other -> decorate(other, Optional.empty(), sink, next));
        }
    }

    /** Null where the event failed. */
    private @Nullable Outcome outcome(Filter work, Event event, EventSink sink) {
        try {
            return work.filter(event);
        } catch (RuntimeException failure) {
            // Whatever a filter throws concerns this event only: the flow has to go on.
            sink.failed(event, StageFailure.of("filter " + name, place, failure));
            return null;
        }
    }

    private void decorate(Event event, Optional<List<String>> failureTags, EventSink sink, Stage then) {
        try {
            decoration.apply(event);
        } catch (EventException failure) {
            failed(event, failureTags, failure, sink);
            return;
        }
        then.process(event, sink);
    }

    private void failed(Event event, Optional<List<String>> failureTags, EventException failure, EventSink sink) {
        if (failureTags.isPresent()) {
            failureTags.get().forEach(event::tag);
            next.process(event, sink);
        } else {
            sink.failed(event, StageFailure.of("filter " + name, place, failure));
        }
    }
}
