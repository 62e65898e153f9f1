package io.kstash.filters.geoip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.JsonReader;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Options;
import io.kstash.plugin.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups in small databases that the test writes. What is expected was compared with Logstash's filter. */
class GeoIpFilterTest {
    private static final FieldReference SOURCE = FieldReference.of("[client][ip]");
    private static final Map<String, Object> SEATTLE = Map.of(
            "continent", Map.of("code", "NA", "names", Map.of("en", "North America", "de", "Nordamerika")),
            "country", Map.of("iso_code", "US", "names", Map.of("en", "United States")),
            "city", Map.of("names", Map.of("en", "Milton")),
            "postal", Map.of("code", "98354"),
            "location",
                    Map.of(
                            "latitude",
                            47.25,
                            "longitude",
                            -122.5,
                            "metro_code",
                            819,
                            "time_zone",
                            "America/Los_Angeles"),
            "subdivisions",
                    List.of(
                            Map.of("iso_code", "XX", "names", Map.of("en", "West")),
                            Map.of("iso_code", "WA", "names", Map.of("en", "Washington"))));
    private static final Map<String, Object> TRAITS = Map.of(
            "autonomous_system_number",
            209L,
            "autonomous_system_organization",
            "Qwest",
            "is_tor_exit_node",
            true,
            "isp",
            "Century",
            "organization",
            "Lariat",
            "domain",
            "example.org");

    @TempDir
    Path folder;

    private final Map<String, Object> options = new HashMap<>();

    @BeforeEach
    void defaults() {
        options.putAll(Map.of(
                "source",
                SOURCE.toString(),
                "fields",
                List.of(),
                "cache_size",
                1000L,
                "default_database_type",
                "City",
                "tag_on_failure",
                List.of("_geoip_lookup_failure"),
                "ecs_compatibility",
                "v8"));
    }

    @Test
    void aCityFollowsTheSchema() throws IOException {
        Event event = lookup(filter("GeoLite2-City", SEATTLE), "1.2.3.4");

        assertThat(event.get(FieldReference.of("client"))).isEqualTo(json("""
                                {"ip": "1.2.3.4", "mmdb": {"dma_code": 819}, "geo": {
                                  "city_name": "Milton", "country_name": "United States", "continent_code": "NA",
                                  "country_iso_code": "US", "postal_code": "98354", "region_name": "Washington",
                                  "region_iso_code": "US-WA", "timezone": "America/Los_Angeles",
                                  "location": {"lat": 47.25, "lon": -122.5}}}
                                """));
    }

    @Test
    void aCityWithoutTheSchemaIsFlat() throws IOException {
        options.put("ecs_compatibility", "disabled");

        Event event = lookup(filter("GeoIP2-City", SEATTLE), "1.2.3.4");

        assertThat(event.get(FieldReference.of("geoip"))).isEqualTo(json("""
                                {"ip": "1.2.3.4", "dma_code": 819, "city_name": "Milton", "country_name": "United States",
                                 "continent_code": "NA", "country_code2": "US", "country_code3": "US",
                                 "postal_code": "98354", "region_name": "Washington", "region_code": "WA",
                                 "timezone": "America/Los_Angeles", "location": {"lat": 47.25, "lon": -122.5},
                                 "latitude": 47.25, "longitude": -122.5}
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GeoLite2-Country | {'ip': '1.2.3.4', 'geo': {'country_iso_code': 'US', 'country_name': 'United States', 'continent_name': 'North America'}}",
                "GeoLite2-ASN     | {'ip': '1.2.3.4', 'as': {'number': 209, 'organization': {'name': 'Qwest'}}}",
                "GeoIP2-ISP       | {'ip': '1.2.3.4', 'as': {'number': 209, 'organization': {'name': 'Qwest'}}, 'mmdb': {'isp': 'Century', 'organization': 'Lariat'}}",
                "GeoIP2-Domain    | {'domain': 'example.org'}",
                "GeoIP2-Anonymous-IP | {'ip_traits': {'hosting_provider': false, 'tor_exit_node': true, 'anonymous_vpn': false, 'anonymous': false, 'public_proxy': false, 'residential_proxy': false}}",
                "GeoIP2-Enterprise | {'ip': '1.2.3.4', 'geo': {'city_name': 'Milton', 'country_name': 'United States', 'continent_name': 'North America', 'country_iso_code': 'US', 'region_name': 'Washington', 'region_iso_code': 'US-WA', 'location': {'lat': 47.25, 'lon': -122.5}}}"
            })
    void eachTypeOfDatabaseHasItsFields(String type, String expected) throws IOException {
        options.put("target", "x");
        Map<String, Object> all = new HashMap<>(SEATTLE);
        all.putAll(TRAITS);

        Event event = lookup(filter(type, all), "1.2.3.4");

        assertThat(event.get(FieldReference.of("x"))).isEqualTo(json(expected.replace('\'', '"')));
    }

    @Test
    void fieldsThatAreAskedForTakeThePlaceOfTheUsualOnes() throws IOException {
        options.put("target", "[a][b]");
        options.put("fields", List.of("TIMEZONE", "network", "autonomous_system_number", "tor_exit_node"));
        Map<String, Object> record = new HashMap<>(SEATTLE);
        record.put("traits", TRAITS);

        Event event = lookup(filter("GeoIP2-Enterprise", record), "1.2.3.4");

        assertThat(event.get(FieldReference.of("[a][b]"))).isEqualTo(json("""
                                {"as": {"number": 209}, "geo": {"timezone": "America/Los_Angeles"},
                                 "ip_traits": {"network": "1.2.3.0/24", "tor_exit_node": true}}
                                """));
    }

    @Test
    void aFieldThatTheSchemaHasNoPlaceForIsFoundButNotPut() throws IOException {
        options.put("target", "x");
        options.put("fields", List.of("country_code3"));
        Filter filter = filter("GeoLite2-City", SEATTLE);
        Event event = event("1.2.3.4");

        assertThat(filter.filter(event)).isEqualTo(Outcome.MATCHED);
        assertThat(event.get(FieldReference.of("x"))).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "1.2.4.4", "::1", "-", "1.2.3.4,1.2.3.5"})
    void anAddressThatIsNotFoundIsTaggedAndLeavesAnEmptyTarget(String address) throws IOException {
        options.put("target", "x");

        Event event = lookup(filter("GeoLite2-City", SEATTLE), address);

        assertThat(event.get(FieldReference.of("x"))).isEqualTo(Map.of());
        assertThat(event.tags()).containsExactly("_geoip_lookup_failure");
    }

    @Test
    void aCityWithoutAPlaceOnTheMapIsAsGoodAsNone() throws IOException {
        Event event = lookup(filter("GeoLite2-City", Map.of("city", Map.of("names", Map.of("en", "X")))), "1.2.3.4");

        assertThat(event.tags()).containsExactly("_geoip_lookup_failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyAddressIsTaggedOnly(String address) throws IOException {
        options.put("target", "x");

        Event event = lookup(filter("GeoLite2-City", SEATTLE), address);

        assertThat(event.contains(FieldReference.of("x"))).isFalse();
        assertThat(event.tags()).containsExactly("_geoip_lookup_failure");
    }

    @Test
    void aMissingAddressIsTagged() throws IOException {
        options.put("tag_on_failure", List.of("a", "b"));

        Event event = lookup(filter("GeoLite2-City", SEATTLE), null);

        assertThat(event.tags()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"2001:db8::1, 2001:db8:0:0:0:0:0:1", "::ffff:1.2.3.4, 1.2.3.4"})
    void addressesMayBeLong(String address, String expected) throws IOException {
        Event event = lookup(filter("GeoLite2-City", SEATTLE), address);

        assertThat(event.get(SOURCE)).isEqualTo(expected);
    }

    @Test
    void ofAnArrayTheFirstAddressCounts() throws IOException {
        options.put("target", "x");

        Event event = lookup(filter("GeoLite2-ASN", TRAITS), new ArrayList<>(List.of("1.2.3.9", "no")));

        assertThat(event.get(FieldReference.of("[x][ip]"))).isEqualTo("1.2.3.9");
    }

    @Test
    void anAddressThatIsNoTextIsADeadLetter() throws IOException {
        Filter filter = filter("GeoLite2-ASN", TRAITS);

        assertThatThrownBy(() -> lookup(filter, 5L))
                .isInstanceOf(EventException.class)
                .hasMessage("An address has to be a text, and not 5");
        assertThatThrownBy(() -> lookup(filter, new ArrayList<>()))
                .isInstanceOf(EventException.class)
                .hasMessage("An address has to be a text, and not []");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.mmdb"), "text");
        options.put("database", file);

        assertThatThrownBy(this::create)
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("must be a MaxMind database file (.mmdb), and not " + file);
    }

    @Test
    void aDatabaseOfAnUnknownTypeIsRefused() {
        assertThatThrownBy(() -> filter("GeoIP2-Connection-Type", Map.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("must be a database of type City, Country, ASN, ISP, Domain, Enterprise or Anonymous-IP,"
                        + " and not GeoIP2-Connection-Type");
    }

    private Filter filter(String type, Map<String, Object> record) throws IOException {
        Path file = folder.resolve("test.mmdb");
        options.put("database", file);
        DatabaseFile.write(file, type, Map.of("1.2.3.0/24", record, "2001:db8::/32", record));
        return create();
    }

    private Filter create() {
        return new GeoIpFilterFactory().create(new Options(options));
    }

    private static Event lookup(Filter filter, @Nullable Object address) {
        Event event = event(address);
        filter.filter(event);
        return event;
    }

    private static Event event(@Nullable Object address) {
        Event event = Event.of(new LinkedHashMap<>(), Timestamp.ofEpochMilli(0));
        event.set(SOURCE, address);
        return event;
    }

    private static @Nullable Object json(String text) {
        return JsonReader.readLast(text);
    }
}
