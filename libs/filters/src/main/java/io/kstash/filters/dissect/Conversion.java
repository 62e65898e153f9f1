package io.kstash.filters.dissect;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Converts a field to a number.
 *
 * @param type as the pipeline's author wrote it, for tags
 * @param whole whether digits after the point are cut off
 */
record Conversion(FieldTemplate field, String type, boolean whole) {
    /** Longer numbers are refused: 1e999999999 has a billion digits. */
    private static final int MOST_DIGITS = 10_000;

    private static final int LONG_BITS = 63;

    static Conversion of(Option<?> option, String field, String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "INT" -> new Conversion(FieldTemplate.literal(field), type, true);
            case "FLOAT" -> new Conversion(FieldTemplate.literal(field), type, false);
            default -> throw new InvalidOptionException(option, "must name int or float, and not \"" + type + "\"");
        };
    }

    void apply(Event event) {
        FieldReference reference = field.resolve(event);
        Object value = event.get(reference);
        if (value == null) {
            event.tag("_dataconversionnullvalue_" + field + "_" + type);
            return;
        }
        try {
            event.set(reference, number(value.toString()));
        } catch (NumberFormatException notANumber) {
            event.tag("_dataconversionuncoercible_" + field + "_" + type);
        }
    }

    private Object number(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.precision() - (long) number.scale() > MOST_DIGITS) {
            throw new NumberFormatException("too large");
        }
        double fraction = number.doubleValue();
        // A float is a decimal number in Logstash: 5 stays 5 and does not become 5.0, and 1e400 is not infinite.
        boolean integral = whole || number.scale() == 0 || Double.isInfinite(fraction);
        return integral ? integer(number.toBigInteger()) : (Object) fraction;
    }

    private static Object integer(BigInteger number) {
        return number.bitLength() <= LONG_BITS ? (Object) number.longValue() : number;
    }
}
