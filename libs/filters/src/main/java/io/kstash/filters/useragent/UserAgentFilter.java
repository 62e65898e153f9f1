package io.kstash.filters.useragent;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.filters.useragent.FieldNames.VersionFields;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the source field says of a browser into fields of its own.
 *
 * @param replacesSource whether the fields go where the source field is
 */
record UserAgentFilter(FieldTemplate source, boolean replacesSource, FieldNames names, CachingParser parser)
        implements Filter {
    @Override
    public Outcome filter(Event event) {
        FieldReference field = source.resolve(event);
        String text = text(event.get(field));
        if (text.isEmpty()) {
            return Outcome.UNMATCHED;
        }
        UserAgent userAgent = parser.parse(text);
        if (replacesSource) {
            event.remove(field);
        }
        setBrowser(event, userAgent, text);
        setSystem(event, userAgent.system());
        return Outcome.MATCHED;
    }

    /** The text of the field, or of the first element of an array; empty where there is nothing to parse. */
    private static String text(@Nullable Object value) {
        Object single = value instanceof List<?> list ? (list.isEmpty() ? null : list.get(0)) : value;
        if (single == null || single instanceof List<?> || single instanceof Map<?, ?>) {
            return "";
        }
        if (single instanceof String text) {
            return text;
        }
        throw new EventException("A user agent has to be a text, and not " + RubyText.inspect(single));
    }

    private void setBrowser(Event event, UserAgent userAgent, String text) {
        Software browser = userAgent.browser();
        set(event, names.name(), browser.family());
        set(event, names.device(), userAgent.device());
        setParts(event, names.versionParts(), browser);
        set(event, names.version(), VersionText.ofBrowser(browser, text));
    }

    private void setSystem(Event event, Software system) {
        String version = VersionText.ofSystem(system);
        setParts(event, names.systemVersionParts(), system);
        set(event, names.systemVersion(), version);
        set(event, names.system(), system.family());
        if (names.systemAlias() != null) {
            set(event, names.systemAlias(), system.family());
        }
        set(event, names.systemFull(), version == null ? system.family() : system.family() + " " + version);
    }

    private static void setParts(Event event, VersionFields fields, Software software) {
        set(event, fields.major(), software.major());
        set(event, fields.minor(), software.minor());
        set(event, fields.patch(), software.patch());
    }

    private static void set(Event event, FieldTemplate field, @Nullable String value) {
        if (value != null) {
            event.set(field.resolve(event), value);
        }
    }
}
