package io.kstash.filters.mutate;

import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;

/** The name of a field where an option's value may be any literal. */
final class FieldName {
    /** No field reference, so that it fails when an event comes, as Logstash does with a value that is not a text. */
    private static final String NO_REFERENCE = "]";

    private FieldName() {}

    static FieldTemplate of(Object literal) {
        return FieldTemplate.literal(literal instanceof String name ? name : NO_REFERENCE + RubyText.inspect(literal));
    }
}
