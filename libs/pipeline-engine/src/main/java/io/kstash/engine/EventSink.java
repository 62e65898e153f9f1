package io.kstash.engine;

import io.kstash.event.Event;

/** Takes what becomes of an event in the filters. Called by the thread that runs the pipeline, in order. */
public interface EventSink {
    /** The event came through. */
    void passed(Event event);

    /** A filter dropped the event, for a reason that counts it. */
    void dropped(Event event, String reason);

    /** The event cannot be worked on; the flow goes on without it. */
    void failed(Event event, StageFailure failure);
}
