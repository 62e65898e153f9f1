package io.kstash.filters.dissect;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;

/** Where a part of the text goes. */
sealed interface Assignment {
    void apply(Event event, Cuts cuts);

    /** {@code %{name}}: the part is the field's value. */
    record Store(FieldTemplate field, int place) implements Assignment {
        @Override
        public void apply(Event event, Cuts cuts) {
            event.setLeniently(field.resolve(event), cuts.part(place));
        }
    }

    /** {@code %{+name}}: the part follows what the field holds, which may be from before the filter. */
    record Append(FieldTemplate field, String joint, int place) implements Assignment {
        @Override
        public void apply(Event event, Cuts cuts) {
            FieldReference reference = field.resolve(event);
            event.setLeniently(reference, start(event, reference) + cuts.part(place));
        }

        private String start(Event event, FieldReference reference) {
            if (!event.contains(reference)) {
                return "";
            }
            Object present = event.get(reference);
            if (present == null) {
                throw new EventException("Cannot append to " + field + ": it is null");
            }
            return present + joint;
        }
    }

    /**
     * {@code %{&name}}: the part is the value of the field whose name is in the field or other place of that name.
     *
     * @param namePlace the other place of that name, or -1
     */
    record StoreUnderFoundName(FieldTemplate name, int namePlace, int place) implements Assignment {
        @Override
        public void apply(Event event, Cuts cuts) {
            String found = foundName(event, cuts);
            if (!found.isEmpty()) {
                event.setLeniently(FieldReference.of(found), cuts.part(place));
            }
        }

        private String foundName(Event event, Cuts cuts) {
            FieldReference reference = name.resolve(event);
            if (event.contains(reference)) {
                return String.valueOf(event.get(reference));
            }
            return namePlace < 0 ? "" : cuts.part(namePlace);
        }
    }
}
