package io.kstash.transformer;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time: a whole number above zero with a unit. */
abstract class TimeConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(?<number>[0-9]{1,7})(?<unit>[a-z]+)");

    private final Map<String, Duration> units;
    private final String expected;

    /** @param expected what kind of time this is, and examples, for the message about another */
    TimeConverter(Map<String, Duration> units, String expected) {
        this.units = units;
        this.expected = expected;
    }

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        Duration time = form.matches()
                ? units.getOrDefault(form.group("unit"), Duration.ZERO)
                        .multipliedBy(Long.parseLong(form.group("number")))
                : Duration.ZERO;
        if (time.isZero()) {
            throw new TypeConversionException("'" + text + "' is no " + expected);
        }
        return time;
    }
}
