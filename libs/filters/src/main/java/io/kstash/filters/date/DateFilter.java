package io.kstash.filters.date;

import io.kstash.event.Event;
import io.kstash.event.FieldTemplate;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.OptionalLong;

/** Puts the time that the source field stands for into the target field; the first format that fits wins. */
record DateFilter(FieldTemplate source, FieldTemplate target, List<DateFormat> formats, List<String> failureTags)
        implements Filter {
    @Override
    public Outcome filter(Event event) {
        Object value = event.get(source.resolve(event));
        if (value == null) {
            return Outcome.UNMATCHED;
        }
        OptionalLong milliseconds = parse(value, event);
        if (milliseconds.isEmpty()) {
            failureTags.forEach(event::tag);
            return Outcome.UNMATCHED;
        }
        event.set(target.resolve(event), Timestamp.ofEpochMilli(milliseconds.getAsLong()));
        return Outcome.MATCHED;
    }

    private OptionalLong parse(Object value, Event event) {
        for (DateFormat format : formats) {
            OptionalLong milliseconds = format.parse(value, event);
            if (milliseconds.isPresent()) {
                return milliseconds;
            }
        }
        return OptionalLong.empty();
    }
}
