package io.kstash.filters.fingerprint;

import io.kstash.event.EventException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/** The two MurmurHash3 functions. A whole number is hashed as its bytes, all else as its text. */
final class Murmur3 {
    /** The seed that Logstash uses for 128 bits. */
    private static final int SEED_128 = 2;

    private Murmur3() {}

    /** 32 bits, as a number. */
    static Object hash32(@Nullable Object value) {
        byte[] data = value instanceof Number number && isWhole(number)
                ? littleEndian(Long.BYTES, longBits(number))
                : CanonicalValue.utf8(value);
        return Integer.toUnsignedLong(MurmurHash3.hash32x86(data, 0, data.length, 0));
    }

    /** 128 bits, as a text. */
    static Fingerprint hash128(Function<byte[], String> encoding) {
        return value -> {
            byte[] data =
                    value instanceof Number number && isWhole(number) ? shortest(number) : CanonicalValue.utf8(value);
            long[] hash = MurmurHash3.hash128x64(data, 0, data.length, SEED_128);
            return encoding.apply(littleEndian(2 * Long.BYTES, hash));
        };
    }

    private static boolean isWhole(Number number) {
        return !(number instanceof Double);
    }

    private static byte[] shortest(Number number) {
        boolean fitsInt = number instanceof Long value && value.intValue() == value;
        return littleEndian(fitsInt ? Integer.BYTES : Long.BYTES, longBits(number));
    }

    private static long longBits(Number number) {
        if (number instanceof BigInteger big && big.bitLength() > Long.SIZE) {
            throw new EventException("Murmur hashes whole numbers up to 64 bits, and not " + big);
        }
        return number.longValue();
    }

    private static byte[] littleEndian(int length, long... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long word : words) {
            bytes.putLong(word);
        }
        return Arrays.copyOf(bytes.array(), length);
    }
}
