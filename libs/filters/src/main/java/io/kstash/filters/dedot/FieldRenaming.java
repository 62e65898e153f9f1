package io.kstash.filters.dedot;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Renames one field. As Logstash does, it works on the text of the field's reference, names of fields included.
 *
 * @param separator what takes the place of a dot
 * @param recursive whether the fields of a field are renamed as well
 */
record FieldRenaming(String separator, boolean recursive) {
    static final String DOT = ".";
    /** Takes the place of a dot in {@code [a.b]} so that it becomes {@code [a][b]}. */
    static final String NESTED = "][";

    /** @throws io.kstash.event.EventException where the text is no reference or a parent of the new name is a scalar */
    void apply(Event event, String reference) {
        if (isPlain(reference) && !recursive) {
            return;
        }
        if (event.contains(FieldReference.of(reference)) && (reference.contains(DOT) || recursive)) {
            rename(event, reference);
        }
    }

    private void rename(Event event, String given) {
        String reference = separator.equals(NESTED) || recursive ? inBrackets(given) : given;
        if (reference.contains(DOT)) {
            String renamed = reference.replace(DOT, separator);
            event.set(FieldReference.of(renamed), event.get(FieldReference.of(reference)));
            event.remove(FieldReference.of(upToFirstDot(reference)));
            reference = renamed;
        }
        if (recursive && event.get(FieldReference.of(reference)) instanceof Map<?, ?> map) {
            for (Object name : new ArrayList<>(map.keySet())) {
                rename(event, reference + "[" + name + "]");
            }
        }
    }

    /** Where the name of a parent has a dot, the parent goes with all that is in it. */
    private static String upToFirstDot(String reference) {
        StringBuilder parent = new StringBuilder();
        for (String name : List.of(reference.replace("[", "").split("]"))) {
            parent.append('[').append(name).append(']');
            if (name.contains(DOT)) {
                break;
            }
        }
        return parent.toString();
    }

    private static String inBrackets(String reference) {
        String start = reference.startsWith("[") ? "" : "[";
        String end = reference.endsWith("]") ? "" : "]";
        return start + reference + end;
    }

    private static boolean isPlain(String reference) {
        return !reference.contains(DOT) && reference.indexOf('[') < 0 && reference.indexOf(']') < 0;
    }
}
