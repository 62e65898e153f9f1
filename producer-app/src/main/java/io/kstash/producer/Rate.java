package io.kstash.producer;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast one producer sends: so many records in each period.
 *
 * @param records more than 0
 * @param period one second, minute or hour
 */
record Rate(long records, Duration period) {
    /** As fast as Kafka takes the records. */
    static final Rate MAX = new Rate(Long.MAX_VALUE, Duration.ofSeconds(1));

    private static final Pattern FORM = Pattern.compile("(?<number>[0-9]{1,9})(?<thousands>k)?(?:/(?<unit>[smh]))?");

    /** What the token bucket can tell apart: one token a nanosecond. */
    private static final long LARGEST = 1_000_000_000;

    /**
     * Reads {@code 500}, {@code 2k}, {@code 100/m} or {@code max}.
     *
     * @throws IllegalArgumentException with a message for the user if it is none of these
     */
    static Rate parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(text);
        }
        long records = Long.parseLong(form.group("number")) * (form.group("thousands") == null ? 1 : 1000);
        if (records == 0 || records > LARGEST) {
            throw refused(text);
        }
        return new Rate(records, period(form.group("unit")));
    }

    boolean isMax() {
        return equals(MAX);
    }

    /** Records a second, rounded down; {@link Long#MAX_VALUE} for {@link #MAX}. */
    long perSecond() {
        return records / period.toSeconds();
    }

    @Override
    public String toString() {
        if (isMax()) {
            return "max";
        }
        return records + "/" + (period.toSeconds() == 1 ? "s" : period.toMinutes() == 1 ? "m" : "h");
    }

    private static Duration period(@Nullable String unit) {
        if (unit == null || unit.equals("s")) {
            return Duration.ofSeconds(1);
        }
        return unit.equals("m") ? Duration.ofMinutes(1) : Duration.ofHours(1);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("'" + text + "' is not a rate. Give a whole number from 1 to " + LARGEST
                + " for records a second (500), with k for thousands (2k), with /s, /m or /h for a second, minute or hour"
                + " (100/m), or max.");
    }

    /** Lets picocli read a rate and show the reason when it cannot. */
    static final class Converter implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String text) {
            try {
                return Rate.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
