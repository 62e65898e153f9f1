package io.kstash.filters.cidr;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses as Ruby's {@code IPAddr} does. */
final class IpAddress {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int V6_GROUPS = 8;
    private static final int MOST_COLONS_BEFORE_V4 = 6;
    private static final String GAP = "::";
    /** Only an address of version 6 has brackets or a zone. */
    private static final Pattern BRACKETS = Pattern.compile("\\[(.*)]");

    private static final Pattern ZONE = Pattern.compile("(.*)%\\w+");

    private IpAddress() {}

    /** 4 or 16 bytes, or null where the text is no address. */
    static byte @Nullable [] parse(String text) {
        Matcher brackets = BRACKETS.matcher(text);
        String inner = brackets.matches() ? brackets.group(1) : text;
        Matcher zone = ZONE.matcher(inner);
        String address = zone.matches() ? zone.group(1) : inner;
        if (address.indexOf(':') >= 0) {
            return version6(address);
        }
        return address.equals(text) ? version4(address) : null;
    }

    private static byte @Nullable [] version4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != V4_BYTES) {
            return null;
        }
        byte[] bytes = new byte[V4_BYTES];
        for (int i = 0; i < V4_BYTES; i++) {
            int octet = octet(octets[i]);
            if (octet < 0) {
                return null;
            }
            bytes[i] = (byte) octet;
        }
        return bytes;
    }

    /** -1 where it is none; a zero in front of others is not allowed, since it could mean an octal number. */
    private static int octet(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.startsWith("0"))) {
            return -1;
        }
        int octet = Integer.parseInt(text);
        return octet <= 0xff ? octet : -1;
    }

    private static byte @Nullable [] version6(String text) {
        int gap = text.indexOf(GAP);
        byte @Nullable [] left = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        byte @Nullable [] right = gap < 0 ? new byte[0] : groups(text.substring(gap + GAP.length()), true);
        if (left == null || right == null || !isLengthRight(text, left.length + right.length, gap >= 0)) {
            return null;
        }
        byte[] bytes = new byte[V6_BYTES];
        System.arraycopy(left, 0, bytes, 0, left.length);
        System.arraycopy(right, 0, bytes, V6_BYTES - right.length, right.length);
        return bytes;
    }

    private static boolean isLengthRight(String text, int bytes, boolean gap) {
        boolean endsAsVersion4 = text.indexOf('.') >= 0;
        return gap ? bytes < V6_BYTES && !(endsAsVersion4 && colons(text) > MOST_COLONS_BEFORE_V4) : bytes == V6_BYTES;
    }

    private static long colons(String text) {
        return text.chars().filter(c -> c == ':').count();
    }

    /** The groups of one side of the gap; null where one is none. */
    private static byte @Nullable [] groups(String text, boolean atEnd) {
        List<String> groups = text.isEmpty() ? List.of() : List.of(text.split(":", -1));
        if (groups.size() > V6_GROUPS) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(V6_BYTES + V4_BYTES);
        for (int i = 0; i < groups.size(); i++) {
            byte @Nullable [] group =
                    atEnd && i == groups.size() - 1 && groups.get(i).indexOf('.') >= 0
                            ? version4(groups.get(i))
                            : group(groups.get(i));
            if (group == null) {
                return null;
            }
            bytes.put(group);
        }
        byte[] read = new byte[bytes.position()];
        bytes.get(0, read);
        return read;
    }

    private static byte @Nullable [] group(String hexadecimal) {
        boolean valid = !hexadecimal.isEmpty()
                && hexadecimal.length() <= 4
                && hexadecimal.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        if (!valid) {
            return null;
        }
        int group = Integer.parseInt(hexadecimal, 16);
        return new byte[] {(byte) (group >> Byte.SIZE), (byte) group};
    }
}
