package io.kstash.language.parser;

import io.kstash.language.syntax.NumberLiteral;
import java.math.BigInteger;
import java.util.Optional;

/** The value of a number's text, as Ruby's {@code Integer()} and {@code Float()} see it. */
final class Numbers {
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** A number that cannot be is reported, and read as 0. */
    static NumberLiteral read(Token token, ParseContext context) {
        String text = token.text();
        if (text.endsWith(".")) {
            String whole = text.substring(0, text.length() - 1);
            context.error(
                    token, "'" + text + "' lacks digits after the point", "write " + whole + " or " + whole + ".0");
            return new NumberLiteral(0L, token.span());
        }
        if (text.contains(".")) {
            return new NumberLiteral(Double.valueOf(text), token.span());
        }
        return integer(token, context);
    }

    private static NumberLiteral integer(Token token, ParseContext context) {
        String digits = token.text().replaceFirst("-", "");
        boolean octal = digits.length() > 1 && digits.startsWith("0");
        if (octal && !digits.matches("[0-7]+")) {
            String decimal = digits.replaceFirst("^0+", "");
            context.error(
                    token,
                    token.described() + " is not a number: a leading 0 makes it octal, with digits from 0 to 7",
                    Optional.of("write " + (token.text().startsWith("-") ? "-" : "") + decimal));
            return new NumberLiteral(0L, token.span());
        }
        BigInteger value = new BigInteger(token.text(), octal ? 8 : 10);
        boolean fits = value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
        if (!fits) {
            context.error(token, token.described() + " is not a number of 64 bits", "write it as a string");
            return new NumberLiteral(0L, token.span());
        }
        return new NumberLiteral(value.longValueExact(), token.span());
    }
}
