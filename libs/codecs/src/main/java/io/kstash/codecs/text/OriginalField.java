package io.kstash.codecs.text;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Options;

/** Keeps the payload of an event in {@code [event][original]}, as the Elastic Common Schema asks for; or not. */
public final class OriginalField {
    private static final FieldReference EVENT_ORIGINAL = FieldReference.of("[event][original]");

    private final boolean enabled;

    private OriginalField(boolean enabled) {
        this.enabled = enabled;
    }

    /** As the codec's or input's {@code ecs_compatibility} says. */
    public static OriginalField of(Options options) {
        return new OriginalField(EcsCompatibility.isEnabled(options));
    }

    /** One that keeps the payload. */
    public static OriginalField kept() {
        return new OriginalField(true);
    }

    /** One that keeps nothing. */
    public static OriginalField none() {
        return new OriginalField(false);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void keep(Event event, String payload) {
        if (enabled) {
            event.set(EVENT_ORIGINAL, payload);
        }
    }

    /** Keeps the payload unless the event has an original already. */
    public void keepIfAbsent(Event event, String payload) {
        if (enabled && !event.contains(EVENT_ORIGINAL)) {
            event.set(EVENT_ORIGINAL, payload);
        }
    }
}
