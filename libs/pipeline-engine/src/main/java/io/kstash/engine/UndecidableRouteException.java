package io.kstash.engine;

import io.kstash.event.EventException;

/** A condition of the output section cannot be evaluated for an event. */
public final class UndecidableRouteException extends EventException {
    private final transient StageFailure failure;

    UndecidableRouteException(StageFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    /** Where and why. */
    public StageFailure failure() {
        return failure;
    }
}
