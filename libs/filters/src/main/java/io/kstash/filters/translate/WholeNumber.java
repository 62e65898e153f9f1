package io.kstash.filters.translate;

import java.math.BigInteger;

/** A whole number as an event holds it. */
final class WholeNumber {
    private WholeNumber() {}

    static Object of(String digits, int radix) {
        BigInteger number = new BigInteger(digits, radix);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
