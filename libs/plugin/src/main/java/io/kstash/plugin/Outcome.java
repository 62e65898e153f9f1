package io.kstash.plugin;

import io.kstash.event.Event;
import java.util.List;
import java.util.Optional;

/** What a filter did with an event. */
public sealed interface Outcome {
    /** It did its work: the common options apply. */
    Outcome MATCHED = new Matched(Optional.empty());
    /** It had nothing to do, or failed and tagged the event: the common options do not apply. */
    Outcome UNMATCHED = new Unmatched();

    /**
     * It did its work.
     *
     * @param failureTag the tag of an event to which the common options cannot be applied; without one such an event
     *     becomes a dead letter
     */
    record Matched(Optional<String> failureTag) implements Outcome {}

    record Unmatched() implements Outcome {}

    /** The event goes no further, and is counted under the reason. */
    record Dropped(String reason) implements Outcome {}

    /** Others stand in for the event, in this order. The common options apply to each. */
    record Replaced(List<Event> events) implements Outcome {}

    /** The event goes on as it is, followed by others. The common options apply to the others only. */
    record Joined(List<Event> others) implements Outcome {}
}
