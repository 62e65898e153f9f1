package io.kstash.filters.geoip;

import static io.kstash.filters.geoip.GeoField.ANONYMOUS;
import static io.kstash.filters.geoip.GeoField.ANONYMOUS_VPN;
import static io.kstash.filters.geoip.GeoField.AUTONOMOUS_SYSTEM_NUMBER;
import static io.kstash.filters.geoip.GeoField.AUTONOMOUS_SYSTEM_ORGANIZATION;
import static io.kstash.filters.geoip.GeoField.CITY_NAME;
import static io.kstash.filters.geoip.GeoField.CONTINENT_CODE;
import static io.kstash.filters.geoip.GeoField.CONTINENT_NAME;
import static io.kstash.filters.geoip.GeoField.COUNTRY_CODE2;
import static io.kstash.filters.geoip.GeoField.COUNTRY_CODE3;
import static io.kstash.filters.geoip.GeoField.COUNTRY_NAME;
import static io.kstash.filters.geoip.GeoField.DMA_CODE;
import static io.kstash.filters.geoip.GeoField.HOSTING_PROVIDER;
import static io.kstash.filters.geoip.GeoField.IP;
import static io.kstash.filters.geoip.GeoField.LATITUDE;
import static io.kstash.filters.geoip.GeoField.LOCATION;
import static io.kstash.filters.geoip.GeoField.LONGITUDE;
import static io.kstash.filters.geoip.GeoField.NETWORK;
import static io.kstash.filters.geoip.GeoField.ORGANIZATION;
import static io.kstash.filters.geoip.GeoField.POSTAL_CODE;
import static io.kstash.filters.geoip.GeoField.PUBLIC_PROXY;
import static io.kstash.filters.geoip.GeoField.REGION_CODE;
import static io.kstash.filters.geoip.GeoField.REGION_ISO_CODE;
import static io.kstash.filters.geoip.GeoField.REGION_NAME;
import static io.kstash.filters.geoip.GeoField.RESIDENTIAL_PROXY;
import static io.kstash.filters.geoip.GeoField.TIMEZONE;
import static io.kstash.filters.geoip.GeoField.TOR_EXIT_NODE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of databases, each with the fields that it fills and those that can be asked for beside them. */
@SuppressWarnings("ImmutableEnumChecker") // only copies of the sets are given away
enum DatabaseType {
    CITY(
            "City",
            EnumSet.of(
                    IP,
                    CITY_NAME,
                    CONTINENT_CODE,
                    COUNTRY_NAME,
                    COUNTRY_CODE2,
                    COUNTRY_CODE3,
                    POSTAL_CODE,
                    DMA_CODE,
                    REGION_NAME,
                    REGION_ISO_CODE,
                    TIMEZONE,
                    LOCATION,
                    LATITUDE,
                    LONGITUDE),
            EnumSet.of(CONTINENT_NAME, REGION_CODE)),
    COUNTRY("Country", EnumSet.of(IP, COUNTRY_CODE2, COUNTRY_NAME, CONTINENT_NAME), none()),
    DOMAIN("GeoIP2-Domain", EnumSet.of(GeoField.DOMAIN), none()),
    ASN("GeoLite2-ASN", EnumSet.of(IP, AUTONOMOUS_SYSTEM_NUMBER, AUTONOMOUS_SYSTEM_ORGANIZATION), EnumSet.of(NETWORK)),
    ISP(
            "GeoIP2-ISP",
            EnumSet.of(IP, AUTONOMOUS_SYSTEM_NUMBER, AUTONOMOUS_SYSTEM_ORGANIZATION, GeoField.ISP, ORGANIZATION),
            none()),
    ENTERPRISE(
            "Enterprise",
            EnumSet.of(
                    IP, COUNTRY_CODE2, COUNTRY_NAME, CONTINENT_NAME, REGION_ISO_CODE, REGION_NAME, CITY_NAME, LOCATION),
            EnumSet.of(
                    TIMEZONE,
                    AUTONOMOUS_SYSTEM_NUMBER,
                    AUTONOMOUS_SYSTEM_ORGANIZATION,
                    NETWORK,
                    HOSTING_PROVIDER,
                    TOR_EXIT_NODE,
                    ANONYMOUS_VPN,
                    ANONYMOUS,
                    PUBLIC_PROXY,
                    RESIDENTIAL_PROXY)),
    ANONYMOUS_IP(
            "GeoIP2-Anonymous-IP",
            EnumSet.of(HOSTING_PROVIDER, TOR_EXIT_NODE, ANONYMOUS_VPN, ANONYMOUS, PUBLIC_PROXY, RESIDENTIAL_PROXY),
            EnumSet.of(IP));

    private final String marker;
    private final Set<GeoField> filled;
    private final Set<GeoField> further;

    /** @param marker what a database of this kind has in the name of its type */
    DatabaseType(String marker, Set<GeoField> filled, Set<GeoField> further) {
        this.marker = marker;
        this.filled = filled;
        this.further = further;
    }

    /** The kind of a database whose metadata names this type, such as {@code GeoLite2-City}. */
    static Optional<DatabaseType> of(String type) {
        return Arrays.stream(values())
                .filter(kind -> type.contains(kind.marker))
                .findFirst();
    }

    /** The fields that are filled where nobody asks for others. */
    Set<GeoField> defaultFields(boolean ecs) {
        EnumSet<GeoField> fields = EnumSet.copyOf(filled);
        if (this == CITY && !ecs) {
            fields.remove(REGION_ISO_CODE);
            fields.add(REGION_CODE);
        }
        return fields;
    }

    /** Those of the fields that a database of this kind has. */
    Set<GeoField> known(Set<GeoField> asked) {
        EnumSet<GeoField> fields = EnumSet.copyOf(filled);
        fields.addAll(further);
        fields.retainAll(asked);
        return fields;
    }

    /** False where the record is as good as none. */
    boolean isUseful(GeoRecord record) {
        return this != CITY || LATITUDE.of(record) != null || LONGITUDE.of(record) != null;
    }

    private static Set<GeoField> none() {
        return EnumSet.noneOf(GeoField.class);
    }
}
