package io.kstash.filters.dissect;

import io.kstash.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled mapping: how to cut a text, and where its parts go. Immutable.
 *
 * @param places in the order of the text
 * @param assignments in the order in which they apply
 */
record Mapping(List<Place> places, List<Assignment> assignments) {
    /**
     * Cuts the text and stores its parts.
     *
     * @return false where the text does not fit, and then the event is unchanged
     * @throws io.kstash.event.EventException where a part cannot be stored; others may have been
     */
    boolean dissect(String text, Event event) {
        @Nullable Cuts cuts = text.isEmpty() || places.isEmpty() ? null : Cuts.of(text, places);
        if (cuts == null) {
            return false;
        }
        for (Assignment assignment : assignments) {
            assignment.apply(event, cuts);
        }
        return true;
    }
}
