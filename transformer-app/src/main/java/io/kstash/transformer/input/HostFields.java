package io.kstash.transformer.input;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine in the events that are read on it. */
final class HostFields {
    private final FieldReference field;

    private HostFields(String field) {
        this.field = FieldReference.of(field);
    }

    /** The field that Logstash uses with and without the Elastic Common Schema. */
    static HostFields of(boolean ecs, String ecsField) {
        return new HostFields(ecs ? ecsField : "host");
    }

    void add(Event event) {
        addUnlessTaken(event, field, Name.OF_THIS_HOST);
    }

    /** Sets a field of the input's own, unless the data has it or has a scalar where its parent would be. */
    static void addUnlessTaken(Event event, FieldReference field, String value) {
        try {
            if (!event.contains(field)) {
                event.set(field, value);
            }
        } catch (EventException taken) {
            // The data comes first, as in Logstash.
        }
    }

    /** Looked up on first use, for it may take a while. */
    private static final class Name {
        private static final String OF_THIS_HOST = lookUp();
    }

    private static String lookUp() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
