package io.kstash.plugin;

import io.kstash.event.Event;
import java.util.List;

/** What a filter did with an event. */
public sealed interface Outcome {
    /** It did its work: the common options apply. */
    Outcome MATCHED = new Matched();
    /** It had nothing to do, or failed and tagged the event: the common options do not apply. */
    Outcome UNMATCHED = new Unmatched();

    record Matched() implements Outcome {}

    record Unmatched() implements Outcome {}

    /** The event goes no further, and is counted under the reason. */
    record Dropped(String reason) implements Outcome {}

    /** Others stand in for the event, in this order. The common options apply to each. */
    record Replaced(List<Event> events) implements Outcome {}

    /** The event goes on as it is, followed by others. The common options apply to the others only. */
    record Joined(List<Event> others) implements Outcome {}
}
