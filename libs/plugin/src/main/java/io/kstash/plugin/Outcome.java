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
     * @param failureTags the tags of an event to which the common options cannot be applied; where these are empty it goes on
     *     without a tag, and where they are absent it becomes a dead letter
     */
    record Matched(Optional<List<String>> failureTags) implements Outcome {}

    /**
     * It did a part of its work: the common options apply, and then the rest follows.
     *
     * @param rest what goes on with the event, unless the common options cannot be applied
     * @param failureTags as of {@link Matched}
     */
    record PartlyMatched(Filter rest, Optional<List<String>> failureTags) implements Outcome {}

    record Unmatched() implements Outcome {}

    /**
     * It took too long. The host tags the event, and it goes on as one that did not match; or it becomes a dead letter.
     *
     * @param tag what Logstash tags it with
     * @param reason what took too long, for a person to read
     */
    record TimedOut(String tag, String reason) implements Outcome {}

    /** The event goes no further, and is counted under the reason. */
    record Dropped(String reason) implements Outcome {}

    /** Others stand in for the event, in this order. The common options apply to each. */
    record Replaced(List<Event> events) implements Outcome {}

    /** The event goes on as it is, followed by others. The common options apply to the others only. */
    record Joined(List<Event> others) implements Outcome {}
}
