package io.kstash.filters.geoip;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks the address in the source field up, and puts what the database knows of it below the target. */
record GeoIpFilter(
        FieldTemplate source,
        FieldTemplate target,
        GeoIpDatabase database,
        DatabaseType type,
        List<Output> outputs,
        List<String> failureTags)
        implements Filter {

    /**
     * Something to know of an address.
     *
     * @param place where it goes; null where the layout has no place for it
     */
    record Output(GeoField field, @Nullable FieldTemplate place) {}

    @Override
    public Outcome filter(Event event) {
        String address = address(event.get(source.resolve(event)));
        if (address.trim().isEmpty()) {
            return failed(event);
        }
        GeoRecord found = database.find(address);
        createTarget(event);
        return found != null && type.isUseful(found) && putAll(found, event) ? Outcome.MATCHED : failed(event);
    }

    /** The address, of an array the first; empty where there is none. */
    private static String address(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        Object single = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
        if (single instanceof String address) {
            return address;
        }
        throw new EventException("An address has to be a text, and not " + RubyText.inspect(single));
    }

    /** As in Logstash the target is there even where the address is not found. */
    private void createTarget(Event event) {
        FieldReference parent = target.resolve(event);
        if (event.get(parent) == null) {
            event.set(parent, new LinkedHashMap<>());
        }
    }

    /** False where there is nothing to put. */
    private boolean putAll(GeoRecord found, Event event) {
        boolean any = false;
        for (Output output : outputs) {
            Object value = output.field().of(found);
            any |= value != null;
            if (value != null && output.place() != null) {
                event.set(output.place().resolve(event), value);
            }
        }
        return any;
    }

    private Outcome failed(Event event) {
        failureTags.forEach(event::tag);
        return Outcome.UNMATCHED;
    }
}
