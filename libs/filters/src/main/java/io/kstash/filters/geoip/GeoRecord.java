package io.kstash.filters.geoip;

import com.maxmind.db.Network;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a database knows of an address.
 *
 * @param address the address that was looked up
 * @param network the network that the database knows this of
 * @param data shared with other lookups: do not change it
 */
record GeoRecord(InetAddress address, Network network, Map<?, ?> data) {
    private static final String[] ENGLISH_NAME = {"names", "en"};

    /** A text, number or boolean as an event has it; null where there is none. */
    @Nullable Object value(String... path) {
        return eventValue(at(data, path));
    }

    /** The English name of a part, such as {@code city}. */
    @Nullable Object name(String part) {
        return eventValue(at(data.get(part), ENGLISH_NAME));
    }

    /** The English name of the smallest subdivision of the country. */
    @Nullable Object subdivisionName() {
        return eventValue(at(subdivision(), ENGLISH_NAME));
    }

    /** The code of the smallest subdivision of the country. */
    @Nullable Object subdivisionCode() {
        return eventValue(at(subdivision(), "iso_code"));
    }

    /** The code of the smallest subdivision with the country's before it, such as {@code US-WA}. */
    @Nullable Object subdivisionIsoCode() {
        Object country = value("country", "iso_code");
        Object subdivision = subdivisionCode();
        return country == null || subdivision == null ? null : country + "-" + subdivision;
    }

    /** Latitude and longitude as one value. */
    @Nullable Object location() {
        Object latitude = value("location", "latitude");
        Object longitude = value("location", "longitude");
        return latitude == null || longitude == null
                ? null
                : new LinkedHashMap<>(Map.of("lat", latitude, "lon", longitude));
    }

    /** A trait of the network. Databases that know more put traits under a name of their own. */
    @Nullable Object trait(String name) {
        return data.get("traits") instanceof Map<?, ?> traits ? eventValue(traits.get(name)) : value(name);
    }

    private @Nullable Object subdivision() {
        return data.get("subdivisions") instanceof List<?> all && !all.isEmpty() ? all.get(all.size() - 1) : null;
    }

    private static @Nullable Object at(@Nullable Object start, String... path) {
        Object value = start;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static @Nullable Object eventValue(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof String || value instanceof Double || value instanceof Boolean ? value : null;
    }
}
