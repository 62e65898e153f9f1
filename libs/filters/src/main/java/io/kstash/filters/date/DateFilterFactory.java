package io.kstash.filters.date;

import io.kstash.event.Event;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.time.DateTimeZone;

/**
 * {@code date}: turns a text or number into a timestamp.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-date">Logstash's date filter</a>
 */
public final class DateFilterFactory implements PluginFactory<Filter> {
    private static final Option<List<Object>> MATCH = Option.withDefault(
            "match",
            OptionType.LIST,
            List.of(),
            "The field, then the formats to try: ISO8601, UNIX, UNIX_MS, TAI64N or patterns of Joda-Time.");
    private static final Option<String> TIMEZONE = Option.optional(
            "timezone",
            OptionType.STRING,
            "The time zone of texts that name none, such as Europe/Berlin or %{field}; else the one of the JVM.");
    private static final Option<String> LOCALE = Option.optional(
            "locale",
            OptionType.STRING,
            "The language of names of months and days, such as fr or de-DE; else the one of the JVM, then English.");
    private static final Option<String> TARGET =
            Option.withDefault("target", OptionType.STRING, Event.TIMESTAMP, "The field that takes the timestamp.");
    private static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure",
            OptionType.STRINGS,
            List.of("_dateparsefailure"),
            "The tags of events to which no format fits.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "date",
                    "Parses a date and makes it the event's time.",
                    MATCH,
                    TIMEZONE,
                    LOCALE,
                    TARGET,
                    TAG_ON_FAILURE)
            .withExample("""
                    date {
                      match => ["time", "dd/MMM/yyyy:HH:mm:ss Z", "ISO8601"]
                      timezone => "Europe/Berlin"
                    }
                    """);

    private final Clock clock;
    private final Locale platformLocale;

    public DateFilterFactory() {
        this(Clock.system(ZoneId.systemDefault()), Locale.getDefault());
    }

    DateFilterFactory(Clock clock, Locale platformLocale) {
        this.clock = clock;
        this.platformLocale = platformLocale;
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        List<String> match = match(options);
        return new DateFilter(
                FieldTemplate.literal(match.get(0)),
                FieldTemplate.literal(options.get(TARGET)),
                match.stream()
                        .skip(1)
                        .flatMap(format -> formats(format, options))
                        .toList(),
                options.get(TAG_ON_FAILURE));
    }

    private static List<String> match(Options options) {
        List<Object> match = options.get(MATCH);
        if (match.size() < 2 || !match.stream().allMatch(String.class::isInstance)) {
            throw new InvalidOptionException(
                    MATCH,
                    "must be a field and at least one format, such as [\"time\", \"ISO8601\"], and not "
                            + RubyText.inspect(match));
        }
        return match.stream().map(String.class::cast).toList();
    }

    private Stream<DateFormat> formats(String name, Options options) {
        return switch (name) {
            case "UNIX" -> Stream.of(new UnixSeconds());
            case "UNIX_MS" -> Stream.of(new UnixMilliseconds());
            case "TAI64N" -> Stream.of(new Tai64n());
            case "ISO8601" -> Stream.of(new TextDate(new Iso8601(), zone(options)));
            default ->
                locales(name, options.find(LOCALE)).map(locale -> new TextDate(compile(name, locale), zone(options)));
        };
    }

    /** The languages to try: a platform that speaks no English reads English names as well. */
    private Stream<Locale> locales(String pattern, Optional<String> given) {
        if (given.isPresent()) {
            return Stream.of(Locale.forLanguageTag(given.get().replace('_', '-')));
        }
        boolean hasNames = pattern.contains("MMM") || pattern.contains("E");
        return hasNames && !platformLocale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Stream.of(platformLocale, Locale.US)
                : Stream.of(platformLocale);
    }

    private JodaPattern compile(String pattern, Locale locale) {
        try {
            return JodaPattern.compile(pattern, locale, clock);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidOptionException(
                    MATCH,
                    "holds \"" + pattern
                            + "\", which is neither ISO8601, UNIX, UNIX_MS, TAI64N nor a pattern of Joda-Time: "
                            + invalid.getMessage());
        }
    }

    private static ZoneOption zone(Options options) {
        String zone =
                options.find(TIMEZONE).orElseGet(() -> DateTimeZone.getDefault().getID());
        try {
            return ZoneOption.parse(zone);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidOptionException(
                    TIMEZONE, "must name a time zone, such as Europe/Berlin or +02:00, and not \"" + zone + "\"");
        }
    }
}
