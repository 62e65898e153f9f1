package io.kstash.filters.geoip;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be known of an address, and where an event has it below the target. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below hold no state
enum GeoField {
    AUTONOMOUS_SYSTEM_NUMBER("[as][number]", "asn", record -> record.trait("autonomous_system_number")),
    AUTONOMOUS_SYSTEM_ORGANIZATION(
            "[as][organization][name]", "as_org", record -> record.trait("autonomous_system_organization")),
    CITY_NAME("[geo][city_name]", "city_name", record -> record.name("city")),
    COUNTRY_NAME("[geo][country_name]", "country_name", record -> record.name("country")),
    CONTINENT_CODE("[geo][continent_code]", "continent_code", record -> record.value("continent", "code")),
    CONTINENT_NAME("[geo][continent_name]", "continent_name", record -> record.name("continent")),
    COUNTRY_CODE2("[geo][country_iso_code]", "country_code2", record -> record.value("country", "iso_code")),
    /** Databases have no code of three letters: it is the one of two. The schema has no place for it. */
    COUNTRY_CODE3(null, "country_code3", record -> record.value("country", "iso_code")),
    DOMAIN("[domain]", "domain", record -> record.value("domain")),
    IP("[ip]", "ip", record -> record.address().getHostAddress()),
    ISP("[mmdb][isp]", "isp", record -> record.value("isp")),
    POSTAL_CODE("[geo][postal_code]", "postal_code", record -> record.value("postal", "code")),
    DMA_CODE("[mmdb][dma_code]", "dma_code", record -> record.value("location", "metro_code")),
    REGION_NAME("[geo][region_name]", "region_name", GeoRecord::subdivisionName),
    REGION_CODE("[geo][region_code]", "region_code", GeoRecord::subdivisionCode),
    REGION_ISO_CODE("[geo][region_iso_code]", "region_iso_code", GeoRecord::subdivisionIsoCode),
    TIMEZONE("[geo][timezone]", "timezone", record -> record.value("location", "time_zone")),
    LOCATION("[geo][location]", "location", GeoRecord::location),
    LATITUDE("[geo][location][lat]", "latitude", record -> record.value("location", "latitude")),
    LONGITUDE("[geo][location][lon]", "longitude", record -> record.value("location", "longitude")),
    ORGANIZATION("[mmdb][organization]", "organization", record -> record.value("organization")),
    NETWORK("[ip_traits][network]", "network", record -> record.network().toString()),
    HOSTING_PROVIDER("hosting_provider"),
    TOR_EXIT_NODE("tor_exit_node"),
    ANONYMOUS_VPN("anonymous_vpn"),
    ANONYMOUS("anonymous"),
    PUBLIC_PROXY("public_proxy"),
    RESIDENTIAL_PROXY("residential_proxy");

    private final @Nullable String ecsPlace;
    private final String legacyPlace;
    private final Function<GeoRecord, @Nullable Object> value;

    GeoField(@Nullable String ecsPlace, String legacyName, Function<GeoRecord, @Nullable Object> value) {
        this.ecsPlace = ecsPlace;
        this.legacyPlace = "[" + legacyName + "]";
        this.value = value;
    }

    /** A trait that is true or, where a database does not say, false. */
    GeoField(String trait) {
        this("[ip_traits][" + trait + "]", trait, record -> Boolean.TRUE.equals(record.trait("is_" + trait)));
    }

    /** The field of that name, in small or capital letters. */
    static Optional<GeoField> named(String name) {
        try {
            return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The reference below the target; null where the schema has no place for it. */
    @Nullable String place(boolean ecs) {
        return ecs ? ecsPlace : legacyPlace;
    }

    /** What the record says; null where it says nothing. */
    @Nullable Object of(GeoRecord record) {
        return value.apply(record);
    }
}
