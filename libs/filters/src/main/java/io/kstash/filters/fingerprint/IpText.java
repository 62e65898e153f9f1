package io.kstash.filters.fingerprint;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An IP address as Ruby prints it, which is short: {@code 2001:db8::1}, {@code ::ffff:10.0.0.1}. */
final class IpText {
    private static final int V4_BYTES = 4;
    private static final int V6_GROUPS = 8;
    private static final int V4_IN_V6 = 12;
    /** What is nothing but an IPv4 address in IPv6 ends as one. */
    private static final Pattern ENDS_IN_V4 = Pattern.compile("::(?<mapped>ffff:)?\\p{XDigit}{1,4}:\\p{XDigit}{1,4}");

    private IpText() {}

    /** @param address 4 or 16 bytes */
    static String of(byte[] address) {
        if (address.length == V4_BYTES) {
            return dotted(address, 0);
        }
        String text = withoutZeros(groups(address));
        Matcher v4 = ENDS_IN_V4.matcher(text);
        if (!v4.matches()) {
            return text;
        }
        return "::" + (v4.group("mapped") == null ? "" : v4.group("mapped")) + dotted(address, V4_IN_V6);
    }

    private static int[] groups(byte[] address) {
        return IntStream.range(0, V6_GROUPS)
                .map(i -> ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff))
                .toArray();
    }

    /** The first of the longest runs of zeros is left out, but never a single zero. */
    private static String withoutZeros(int[] groups) {
        int longestStart = 0;
        int longest = 1;
        int run = 0;
        for (int i = 0; i < V6_GROUPS; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                longestStart = i + 1 - run;
            }
        }
        return longest == 1
                ? hex(groups, 0, V6_GROUPS)
                : hex(groups, 0, longestStart) + "::" + hex(groups, longestStart + longest, V6_GROUPS);
    }

    private static String hex(int[] groups, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Integer.toHexString(groups[i]))
                .collect(Collectors.joining(":"));
    }

    private static String dotted(byte[] address, int from) {
        return String.format(
                Locale.ROOT,
                "%d.%d.%d.%d",
                address[from] & 0xff,
                address[from + 1] & 0xff,
                address[from + 2] & 0xff,
                address[from + 3] & 0xff);
    }
}
