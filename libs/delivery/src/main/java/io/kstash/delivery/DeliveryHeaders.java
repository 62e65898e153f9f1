package io.kstash.delivery;

import io.kstash.ledger.Source;

/** The headers of a record in a deliveries topic; their values are UTF-8. */
public final class DeliveryHeaders {
    /** The id of the output that selected the record: which {@link Destination} gets it. */
    public static final String OUTPUT = "kstash.output";

    /**
     * The rendered path of the file, only for outputs whose path depends on the event: absolute, or relative to the
     * destination's root.
     */
    public static final String PATH = "kstash.path";

    /** {@code topic/partition/offset/index}: the input record that this one was made of. */
    public static final String SOURCE = Source.HEADER;

    private DeliveryHeaders() {}
}
