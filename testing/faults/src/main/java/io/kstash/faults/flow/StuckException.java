package io.kstash.faults.flow;

/** The flow does not get somewhere in the time that it may take: a finding. */
public final class StuckException extends Exception {
    private static final long serialVersionUID = 1;

    StuckException(String message) {
        super(message);
    }
}
