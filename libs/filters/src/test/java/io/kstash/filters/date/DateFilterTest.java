package io.kstash.filters.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Options;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on the clock and on the platform's language, and what Logstash would die of. */
class DateFilterTest {
    private static final FieldReference SOURCE = FieldReference.ofName("ts");

    @ParameterizedTest
    @CsvSource({
        "2013-12-31T23:59:50Z, Jan 01 01:00:00, 2014-01-01T01:00:00.000Z",
        "2014-01-01T00:30:50Z, Dec 31 23:59:00, 2013-12-31T23:59:00.000Z",
        "2014-02-01T00:00:00Z, Dec 31 23:59:00, 2014-12-31T23:59:00.000Z",
        "2013-11-30T00:00:00Z, Jan 01 01:00:00, 2013-01-01T01:00:00.000Z",
        "2024-03-01T00:00:00Z, Feb 29 12:00:00, 2024-02-29T12:00:00.000Z"
    })
    void aTextWithoutAYearIsOfTheYearAroundNow(Instant now, String text, String expected) {
        Event event = parse(filter(now, Locale.ENGLISH, "MMM dd HH:mm:ss"), text);

        assertThat(event.timestamp()).hasToString(expected);
    }

    @Test
    void aDayThatThisYearDoesNotHaveIsNoDate() {
        Event event = parse(
                filter(Instant.parse("2025-03-01T00:00:00Z"), Locale.ENGLISH, "MMM dd HH:mm:ss"), "Feb 29 12:00:00");

        assertThat(event.tags()).containsExactly("_dateparsefailure");
    }

    @Test
    void aTextWithAZoneAndNoYearKeepsItsZone() {
        Event event = parse(
                filter(Instant.parse("2024-06-01T00:00:00Z"), Locale.ENGLISH, "MMM dd HH:mm:ss Z"),
                "Nov 24 01:29:01 -0800");

        assertThat(event.timestamp()).hasToString("2024-11-24T09:29:01.000Z");
    }

    @ParameterizedTest
    @CsvSource({"01 septembre 2014", "01 September 2014"})
    void aPlatformThatSpeaksNoEnglishReadsItAsWell(String text) {
        Event event = parse(filter(Instant.EPOCH, Locale.FRANCE, "dd MMMM yyyy"), text);

        assertThat(event.timestamp()).hasToString("2014-09-01T00:00:00.000Z");
    }

    @Test
    void aLabelThatIsTooShortIsADeadLetter() {
        Filter filter = filter(Instant.EPOCH, Locale.ENGLISH, "TAI64N");

        assertThatThrownBy(() -> parse(filter, "@40000000"))
                .isInstanceOf(EventException.class)
                .hasMessageContaining("24 hexadecimal digits");
    }

    private static Filter filter(Instant now, Locale platformLocale, String format) {
        return new DateFilterFactory(Clock.fixed(now, ZoneOffset.UTC), platformLocale)
                .create(new Options(Map.of(
                        "match",
                        List.of("ts", format),
                        "timezone",
                        "UTC",
                        "target",
                        Event.TIMESTAMP,
                        "tag_on_failure",
                        List.of("_dateparsefailure"))));
    }

    private static Event parse(Filter filter, String text) {
        Event event = Event.of(new LinkedHashMap<>(), Timestamp.ofEpochMilli(0));
        event.set(SOURCE, text);
        filter.filter(event);
        return event;
    }
}
