package io.kstash.engine;

import io.kstash.event.Event;

/** Takes what becomes of an event in the filters. Called by the thread that runs the pipeline, in order. */
public interface EventSink {
    /** The event came through. */
    void passed(Event event);

    /** A filter dropped the event, for a reason that counts it. */
    void dropped(Event event, String reason);

    /** Whether an event for which a filter took too long goes on with a tag, as in Logstash; else it fails. */
    default boolean toleratesTimeouts() {
        return true;
    }

    /** The event cannot be worked on; the flow goes on without it. */
    void failed(Event event, StageFailure failure);
}
