package io.kstash.filters.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedLayoutTest {
    private static final List<String> PATTERNS = List.of(
            "dd/MMM/yyyy:HH:mm:ss Z",
            "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
            "yyyy-MM-dd'T'HH:mm:ssZ",
            "yyyyMMddHHmmssSSSZ",
            "MMM dd yyyy HH:mm:ss.SSS Z",
            "yyyy/MM/dd Z");
    private static final String SPOILS = "019:-+Z TJa";

    @Test
    void readsWhatItReadsAsJodaTimeDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int read = 0;

        for (int i = 0; i < 100_000; i++) {
            String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
            DateTimeFormatter joda = DateTimeFormat.forPattern(pattern).withLocale(Locale.ENGLISH);
            String text = spoiled(joda.print(time(random)), random);
            long parsed = layout(pattern).parse(text);
            if (parsed != FixedLayout.NOT_SO) {
                read++;
                assertThat(parsed).as("seed %d: %s as %s", seed, text, pattern).isEqualTo(joda.parseMillis(text));
            }
        }

        assertThat(read).as("seed %d", seed).isGreaterThan(50_000);
    }

    @Test
    void readsIso8601AsJodaTimeDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DateTimeFormatter iso = ISODateTimeFormat.dateTimeParser();

        for (int i = 0; i < 50_000; i++) {
            String text = spoiled(ISODateTimeFormat.dateTime().print(time(random)), random);
            long parsed = Iso8601.WITH_MILLISECONDS.parse(text);
            if (parsed != FixedLayout.NOT_SO) {
                assertThat(parsed).as("seed %d: %s", seed, text).isEqualTo(iso.parseMillis(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/Jan/2026:03:04:05 +0000",
                "01/jan/2026:03:04:05 +0000",
                "01/Jan/2026:24:04:05 +0000",
                "30/Feb/2026:03:04:05 +0000",
                "01/Jan/2026:03:04:05 +000",
                "01/Jan/2026:03:04:05 +00000",
                "01/Jan/2026:03:04:05 UTC",
                "01/Jan/2026:03:04:05",
                "",
                "01/Jan/2026:03:04:60 +0000"
            })
    void leavesTextsOfAnotherFormToJodaTime(String text) {
        assertThat(layout(PATTERNS.get(0)).parse(text)).isEqualTo(FixedLayout.NOT_SO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd/MMM/yyyy:HH:mm:ss",
                "d/MMM/yyyy Z",
                "dd/MMMM/yyyy Z",
                "dd/MM HH:mm Z",
                "yyyy-MM-dd hh:mm a Z",
                "yyyy-MM-dd ZZZ",
                "yyyy-MM-dd Z HH",
                "yyyy-MM-dd dd Z",
                "yyyy-MM-dd ''Z",
                "xxxx-MM-dd Z"
            })
    void leavesPatternsOfAnotherFormToJodaTime(String pattern) {
        assertThat(FixedLayout.of(pattern, Locale.ENGLISH)).isEmpty();
    }

    private static FixedLayout layout(String pattern) {
        return FixedLayout.of(pattern, Locale.ENGLISH).orElseThrow();
    }

    private static DateTime time(Random random) {
        long hundredsOfYears = random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L);
        int offset = random.nextInt(-23, 24);
        return new DateTime(
                hundredsOfYears,
                DateTimeZone.forOffsetHoursMinutes(offset, random.nextInt(4) * 15 * (offset < 0 ? -1 : 1)));
    }

    private static String spoiled(String text, Random random) {
        if (random.nextInt(4) > 0) {
            return text;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at)
                + SPOILS.charAt(random.nextInt(SPOILS.length()))
                + text.substring(Math.min(text.length(), at + random.nextInt(2)));
    }
}
