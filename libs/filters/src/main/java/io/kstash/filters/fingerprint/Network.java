package io.kstash.filters.fingerprint;

import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The network of an IP address. The method is called IPV4_NETWORK, but Logstash takes version 6 as well.
 *
 * @param prefixLength how many bits of the address stay
 */
record Network(long prefixLength) implements Fingerprint {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    /** Nothing but literals: a name would be looked up in the network. */
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    private static final Pattern V6 = Pattern.compile("(?=.*:)[\\p{XDigit}:][\\p{XDigit}:.]*");
    private static final Pattern WITH_PREFIX = Pattern.compile("(?<address>[^/]+)/(?<prefix>0|[1-9]\\d{0,2})");

    @Override
    public Object of(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw noAddress(value);
        }
        var parts = WITH_PREFIX.matcher(text);
        boolean hasPrefix = parts.matches();
        byte[] address = parse(hasPrefix ? parts.group("address") : text);
        if (hasPrefix) {
            mask(address, Long.parseLong(parts.group("prefix")));
        }
        mask(address, prefixLength);
        return IpText.of(address);
    }

    private static byte[] parse(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String address = bracketed ? text.substring(1, text.length() - 1) : text;
        boolean literal = V6.matcher(address).matches()
                || (!bracketed && V4.matcher(address).matches());
        if (!literal) {
            throw noAddress(text);
        }
        try {
            return bytes(InetAddress.getByName(address), address);
        } catch (UnknownHostException notALiteral) {
            throw noAddress(text);
        }
    }

    /** Java takes an IPv4 address that is written in IPv6 for the former; here it stays what it is written as. */
    private static byte[] bytes(InetAddress parsed, String text) {
        byte[] bytes = parsed.getAddress();
        if (!(parsed instanceof Inet4Address) || text.indexOf(':') < 0) {
            return bytes;
        }
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(bytes, 0, mapped, 12, bytes.length);
        return mapped;
    }

    private static void mask(byte[] address, long prefixLength) {
        if (prefixLength < 0 || prefixLength > (long) address.length * Byte.SIZE) {
            throw new EventException("A prefix of " + prefixLength + " bits is longer than the address");
        }
        for (int i = 0; i < address.length; i++) {
            long kept = Math.max(0, Math.min(Byte.SIZE, prefixLength - (long) i * Byte.SIZE));
            address[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
    }

    private static EventException noAddress(@Nullable Object value) {
        return new EventException("Not an IP address: " + RubyText.inspect(value));
    }
}
