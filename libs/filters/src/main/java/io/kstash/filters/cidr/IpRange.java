package io.kstash.filters.cidr;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network, or an address, which is a network of one. What is an address is what Ruby's {@code IPAddr} reads:
 * {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0}, {@code fe80::1}, {@code [fe80::1]},
 * {@code fe80::1%eth0}, {@code fe80::/64}. Immutable.
 */
final class IpRange {
    private static final int LONGEST_PREFIX_LENGTH = 3;

    private final byte[] first;
    private final byte[] last;

    private IpRange(byte[] first, byte[] last) {
        this.first = first;
        this.last = last;
    }

    /** The networks that the texts name; other texts are passed over. */
    static List<IpRange> all(Stream<String> texts) {
        return texts.map(IpRange::parse).filter(Objects::nonNull).toList();
    }

    /** Null where the text names neither network nor address. */
    static @Nullable IpRange parse(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int prefix = slash < 0 ? address.length * Byte.SIZE : prefixLength(text.substring(slash + 1), address.length);
        return prefix < 0 || prefix > address.length * Byte.SIZE ? null : of(address, prefix);
    }

    /** True if all of the other network is in this one; never for networks of different families. */
    boolean includes(IpRange other) {
        return other.first.length == first.length
                && Arrays.compareUnsigned(first, other.first) <= 0
                && Arrays.compareUnsigned(last, other.last) >= 0;
    }

    private static IpRange of(byte[] address, int prefix) {
        byte[] first = address.clone();
        byte[] last = address.clone();
        for (int bit = prefix; bit < address.length * Byte.SIZE; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            first[bit / Byte.SIZE] &= (byte) ~mask;
            last[bit / Byte.SIZE] |= (byte) mask;
        }
        return new IpRange(first, last);
    }

    /** Of a number such as 24 or a mask such as 255.255.255.0; -1 where it is neither. */
    private static int prefixLength(String text, int addressLength) {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            boolean readable = text.length() <= LONGEST_PREFIX_LENGTH && (text.length() == 1 || !text.startsWith("0"));
            return readable ? Integer.parseInt(text) : -1;
        }
        byte @Nullable [] mask = IpAddress.parse(text);
        return mask == null || mask.length != addressLength ? -1 : leadingOnes(mask);
    }

    /** -1 where ones follow zeros. */
    private static int leadingOnes(byte[] mask) {
        int ones = 0;
        int total = 0;
        for (int bit = 0; bit < mask.length * Byte.SIZE; bit++) {
            boolean one = (mask[bit / Byte.SIZE] & (0x80 >> (bit % Byte.SIZE))) != 0;
            total += one ? 1 : 0;
            ones += one && ones == bit ? 1 : 0;
        }
        return ones == total ? ones : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpRange that && Arrays.equals(first, that.first) && Arrays.equals(last, that.last);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(first);
    }

    @Override
    public String toString() {
        return Arrays.toString(first) + " to " + Arrays.toString(last);
    }
}
