package io.kstash.filters.geoip;

import com.maxmind.db.DeserializationException;
import com.maxmind.db.InvalidDatabaseException;
import io.kstash.event.FieldTemplate;
import io.kstash.filters.geoip.GeoIpFilter.Output;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code geoip}: where an address is.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-geoip">Logstash's geoip filter</a>
 */
public final class GeoIpFilterFactory implements PluginFactory<Filter> {
    private static final String ADDRESS_FIELD = "[ip]";
    private static final String LEGACY_TARGET = "geoip";

    private static final Option<String> SOURCE = Option.required(
            "source",
            OptionType.STRING,
            "The field that holds the address, or a host to look up in DNS; of an array the first element counts.");
    private static final Option<String> TARGET = Option.optional(
            "target",
            OptionType.STRING,
            "The field that takes what is found; else the parent of a source [x][ip], or without ECS geoip.");
    private static final Option<Path> DATABASE = Option.optional(
            "database",
            OptionType.PATH,
            "Required: a MaxMind database file (.mmdb). Unlike Logstash, kstash downloads none.");
    private static final Option<String> DEFAULT_DATABASE_TYPE = Option.withDefault(
            "default_database_type",
            OptionType.oneOf("City", "ASN"),
            "City",
            "Which database Logstash downloads; here without effect, since the database is given.");
    private static final Option<List<String>> FIELDS = Option.withDefault(
            "fields",
            OptionType.STRINGS,
            List.of(),
            "What to put into the event, such as city_name; else what is usual.");
    private static final Option<Number> CACHE_SIZE = Option.withDefault(
            "cache_size", OptionType.NUMBER, 1000L, "How many of the database's values are remembered once decoded.");
    private static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure",
            OptionType.STRINGS,
            List.of("_geoip_lookup_failure"),
            "The tags of events whose address is missing or not in the database.");
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.FILTER,
            "geoip",
            "Finds where an address is, in a MaxMind database.",
            SOURCE,
            TARGET,
            DATABASE,
            DEFAULT_DATABASE_TYPE,
            FIELDS,
            CACHE_SIZE,
            TAG_ON_FAILURE,
            EcsCompatibility.OPTION);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        boolean ecs = EcsCompatibility.isEnabled(options);
        String target = target(options, ecs);
        Set<GeoField> asked = asked(options);
        GeoIpDatabase database = database(options);
        DatabaseType type = type(database);
        Set<GeoField> fields = asked.isEmpty() ? type.defaultFields(ecs) : type.known(asked);
        return new GeoIpFilter(
                FieldTemplate.literal(options.get(SOURCE)),
                FieldTemplate.literal(target),
                database,
                type,
                fields.stream().map(field -> output(field, target, ecs)).toList(),
                options.get(TAG_ON_FAILURE));
    }

    private static String target(Options options, boolean ecs) {
        return options.find(TARGET).orElseGet(() -> ecs ? parent(options.get(SOURCE)) : LEGACY_TARGET);
    }

    private static String parent(String source) {
        if (source.endsWith(ADDRESS_FIELD) && source.length() > ADDRESS_FIELD.length()) {
            return source.substring(0, source.length() - ADDRESS_FIELD.length());
        }
        throw new InvalidOptionException(
                SOURCE, "must end with [ip], such as [client][ip], or the option 'target' be given; it is " + source);
    }

    private static Set<GeoField> asked(Options options) {
        return options.get(FIELDS).stream().map(GeoIpFilterFactory::field).collect(Collectors.toSet());
    }

    private static GeoField field(String name) {
        return GeoField.named(name)
                .orElseThrow(() -> new InvalidOptionException(
                        FIELDS,
                        "must name some of "
                                + Arrays.stream(GeoField.values())
                                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ", and not \"" + name + "\""));
    }

    private static GeoIpDatabase database(Options options) {
        int cacheSize = options.get(CACHE_SIZE).intValue();
        if (cacheSize < 0) {
            throw new InvalidOptionException(CACHE_SIZE, "must not be negative, and is " + cacheSize);
        }
        Path file = options.find(DATABASE)
                .orElseThrow(() -> new InvalidOptionException(
                        DATABASE, "must name a MaxMind database file (.mmdb): unlike Logstash, kstash downloads none"));
        try {
            return GeoIpDatabase.open(file, cacheSize);
        } catch (InvalidDatabaseException | DeserializationException invalid) {
            throw new InvalidOptionException(DATABASE, "must be a MaxMind database file (.mmdb), and not " + file);
        } catch (IOException unreadable) {
            throw new InvalidOptionException(DATABASE, "names a file that does not exist or cannot be read: " + file);
        }
    }

    private static DatabaseType type(GeoIpDatabase database) {
        return DatabaseType.of(database.typeName())
                .orElseThrow(() -> new InvalidOptionException(
                        DATABASE,
                        "must be a database of type City, Country, ASN, ISP, Domain, Enterprise or Anonymous-IP, and not "
                                + database.typeName()));
    }

    private static Output output(GeoField field, String target, boolean ecs) {
        String place = field.place(ecs);
        return new Output(field, place == null ? null : FieldTemplate.literal("[" + target + "]" + place));
    }
}
