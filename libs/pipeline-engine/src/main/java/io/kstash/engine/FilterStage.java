package io.kstash.engine;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.language.source.SourcePosition;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import io.kstash.regexp.SearchLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one filter and does for it what all filters have in common. */
public final class FilterStage implements Stage {
    private final String name;
    private final SourcePosition place;
    private final Filter filter;
    private final Decoration decoration;

    /**
     * A stage.
     *
     * @param name the filter's name
     * @param place where it stands in the pipeline
     */
    public FilterStage(String name, SourcePosition place, Filter filter, Decoration decoration) {
        this.name = name;
        this.place = place;
        this.filter = filter;
        this.decoration = decoration;
    }

    @Override
    public List<Event> process(List<Event> events, EventSink sink) {
        List<Event> through = new ArrayList<>(events.size());
        boolean several = events.size() > 1;
        for (Event event : events) {
            if (several) {
                SearchLimit.beginAgain();
            }
            run(filter, event, through, sink);
        }
        return through;
    }

    private void run(Filter work, Event event, List<Event> through, EventSink sink) {
        @Nullable Outcome outcome = outcome(work, event, sink);
        if (outcome instanceof Outcome.Matched matched) {
            decorate(event, matched.failureTags(), through, sink);
        } else if (outcome instanceof Outcome.PartlyMatched partly) {
            if (decorated(event, partly.failureTags(), through, sink)) {
                run(partly.rest(), event, through, sink);
            }
        } else if (outcome instanceof Outcome.Unmatched) {
            through.add(event);
        } else if (outcome instanceof Outcome.TimedOut timedOut) {
            timedOut(event, timedOut, through, sink);
        } else if (outcome instanceof Outcome.Dropped dropped) {
            sink.dropped(event, dropped.reason());
        } else if (outcome instanceof Outcome.Replaced replaced) {
            replaced.events().forEach(other -> decorate(other, Optional.empty(), through, sink));
        } else if (outcome instanceof Outcome.Joined joined) {
            through.add(event);
            joined.others().forEach(other -> decorate(other, Optional.empty(), through, sink));
        }
    }

    /** Null where the event failed. */
    private @Nullable Outcome outcome(Filter work, Event event, EventSink sink) {
        try {
            return work.filter(event);
        } catch (RuntimeException failure) {
            fail(event, failure, sink);
            return null;
        }
    }

    private void timedOut(Event event, Outcome.TimedOut outcome, List<Event> through, EventSink sink) {
        if (sink.toleratesTimeouts()) {
            event.tag(outcome.tag());
            through.add(event);
        } else {
            sink.failed(event, new StageFailure("filter " + name, place, outcome.reason()));
        }
    }

    private void decorate(Event event, Optional<List<String>> failureTags, List<Event> through, EventSink sink) {
        if (decorated(event, failureTags, through, sink)) {
            through.add(event);
        }
    }

    /** False where that failed and the event has been dealt with. */
    private boolean decorated(Event event, Optional<List<String>> failureTags, List<Event> through, EventSink sink) {
        try {
            decoration.apply(event);
            return true;
        } catch (RuntimeException failure) {
            if (failure instanceof EventException && failureTags.isPresent()) {
                failureTags.get().forEach(event::tag);
                through.add(event);
            } else {
                fail(event, failure, sink);
            }
            return false;
        }
    }

    /** Whatever is thrown concerns this event only: the flow has to go on. */
    private void fail(Event event, RuntimeException failure, EventSink sink) {
        sink.failed(event, StageFailure.of("filter " + name, place, failure));
    }
}
