package io.kstash.engine.condition;

import io.kstash.event.EventException;

/** A condition cannot be evaluated for an event. Logstash drops such an event; here it becomes a dead letter. */
public final class ConditionException extends EventException {
    public ConditionException(String message) {
        super(message);
    }
}
