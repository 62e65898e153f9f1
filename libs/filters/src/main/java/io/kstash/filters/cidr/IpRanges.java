package io.kstash.filters.cidr;

import io.kstash.event.Event;
import java.util.List;

/** Addresses or networks that concern an event. Thread-safe. */
@FunctionalInterface
interface IpRanges {
    List<IpRange> of(Event event);
}
