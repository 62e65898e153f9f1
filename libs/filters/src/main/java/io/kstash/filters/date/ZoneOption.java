package io.kstash.filters.date;

import io.kstash.event.Event;
import io.kstash.event.Template;
import org.joda.time.DateTimeZone;

/** The time zone of texts that name none. */
@FunctionalInterface
interface ZoneOption {
    /**
     * The zone for this event.
     *
     * @throws IllegalArgumentException where the event names a zone that does not exist
     * @throws io.kstash.event.EventException where the event cannot fill the option
     */
    DateTimeZone of(Event event);

    /**
     * The zone of that name, or where it holds <code>%{…}</code> the one that an event names.
     *
     * @throws IllegalArgumentException where there is no such zone
     */
    static ZoneOption parse(String option) {
        if (option.contains("%{")) {
            Template name = Template.of(option);
            return event -> DateTimeZone.forID(name.render(event));
        }
        DateTimeZone constant = DateTimeZone.forID(option);
        return event -> constant;
    }
}
