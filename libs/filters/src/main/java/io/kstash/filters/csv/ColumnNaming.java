package io.kstash.filters.csv;

import io.kstash.event.FieldTemplate;
import java.util.Map;

/**
 * Makes columns of names.
 *
 * @param targetPrefix the reference under which the columns go; empty for the top of the event
 * @param conversions by name, where a column has one
 * @param generatesNames whether columns without a name get one
 */
record ColumnNaming(String targetPrefix, Map<String, Conversion> conversions, boolean generatesNames) {

    Column named(Object name) {
        if (!(name instanceof String text)) {
            return new Column(null, Conversion.NONE);
        }
        String reference = targetPrefix + (text.startsWith("[") ? text : "[" + text + "]");
        return new Column(FieldTemplate.literal(reference), conversions.getOrDefault(text, Conversion.NONE));
    }

    /** The column at that index from 0, of which the pipeline says nothing. */
    Column generated(int index) {
        return named("column" + (index + 1));
    }
}
