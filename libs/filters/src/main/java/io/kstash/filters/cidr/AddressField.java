package io.kstash.filters.cidr;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.util.List;
import java.util.stream.Stream;

/** The addresses in a field: a text or an array. Whatever else is there is passed over. */
record AddressField(FieldReference field) implements IpRanges {
    @Override
    public List<IpRange> of(Event event) {
        Object value = event.get(field);
        Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return IpRange.all(values.filter(String.class::isInstance).map(String.class::cast));
    }
}
