package io.kstash.event;

import org.jspecify.annotations.Nullable;

/**
 * The name of a field as a pipeline's author wrote it: resolved once where it is constant, else for each event. As in
 * Logstash, a text that is no field reference fails only when an event comes.
 */
public final class FieldTemplate {
    private final Template name;
    private final @Nullable FieldReference constant;

    private FieldTemplate(Template name, @Nullable FieldReference constant) {
        this.name = name;
        this.constant = constant;
    }

    /** A name in which {@code %{…}} is filled from the event. */
    public static FieldTemplate of(String text) {
        Template name = Template.of(text);
        return new FieldTemplate(name, name.isConstant() ? parseOrNull(text) : null);
    }

    /** A name in which {@code %{…}} has no meaning. */
    public static FieldTemplate literal(String text) {
        return new FieldTemplate(Template.literal(text), parseOrNull(text));
    }

    /**
     * The field of this event.
     *
     * @throws FieldReferenceException where the name is not a field reference
     */
    public FieldReference resolve(Event event) {
        return constant == null ? FieldReference.of(name.render(event)) : constant;
    }

    private static @Nullable FieldReference parseOrNull(String text) {
        try {
            return FieldReference.of(text);
        } catch (FieldReferenceException reportedWhenResolved) {
            return null;
        }
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
