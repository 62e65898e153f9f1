package io.kstash.filters.geoip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases of MaxMind's format.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">The format</a>
 */
final class DatabaseFile {
    private static final byte[] METADATA_START = "\u00ab\u00cd\u00efMaxMind.com".getBytes(ISO_8859_1);
    private static final int SEPARATOR = 16;
    private static final int IPV6_BITS = 128;
    private static final int IPV4_START = 96;

    private static final int LONG_SIZE = 29;

    private static final int TEXT = 2;
    private static final int DOUBLE = 3;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;
    private static final int UINT64 = 9;
    private static final int LIST = 11;
    private static final int BOOLEAN = 14;

    /** Two for each node: a further node, a place in the data as its complement, or 0 for nothing. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[2]));

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /**
     * Writes a database.
     *
     * @param type such as {@code GeoLite2-City}
     * @param records by network, such as {@code 1.2.3.0/24}
     */
    static Path write(Path file, String type, Map<String, Map<String, Object>> records) throws IOException {
        DatabaseFile database = new DatabaseFile();
        for (Map.Entry<String, Map<String, Object>> entry : records.entrySet()) {
            database.add(entry.getKey(), entry.getValue());
        }
        return Files.write(file, database.bytes(type));
    }

    private void add(String network, Map<String, Object> values) throws IOException {
        int slash = network.indexOf('/');
        InetAddress address = InetAddress.getAllByName(network.substring(0, slash))[0];
        int skipped = address instanceof Inet4Address ? IPV4_START : 0;
        ByteBuffer bits = ByteBuffer.allocate(IPV6_BITS / 8).put(skipped / 8, address.getAddress());
        int last = skipped + Integer.parseInt(network.substring(slash + 1)) - 1;
        int node = 0;
        for (int i = 0; i < last; i++) {
            node = child(node, bit(bits, i));
        }
        nodes.get(node)[bit(bits, last)] = ~data.size();
        encode(values, data);
    }

    private int child(int node, int bit) {
        int[] children = nodes.get(node);
        if (children[bit] == 0) {
            children[bit] = nodes.size();
            nodes.add(new int[2]);
        }
        return children[bit];
    }

    private static int bit(ByteBuffer bits, int index) {
        return bits.get(index / 8) >> (7 - index % 8) & 1;
    }

    private byte[] bytes(String type) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int[] children : nodes) {
            all.write(ByteBuffer.allocate(8)
                    .putInt(pointer(children[0]))
                    .putInt(pointer(children[1]))
                    .array());
        }
        all.write(new byte[SEPARATOR]);
        data.writeTo(all);
        all.write(METADATA_START);
        encode(
                Map.of(
                        "node_count",
                        (long) nodes.size(),
                        "record_size",
                        32,
                        "ip_version",
                        6,
                        "database_type",
                        type,
                        "languages",
                        List.of("en"),
                        "binary_format_major_version",
                        2,
                        "binary_format_minor_version",
                        0,
                        "build_epoch",
                        BigInteger.ONE,
                        "description",
                        Map.of()),
                all);
        return all.toByteArray();
    }

    private int pointer(int child) {
        if (child == 0) {
            return nodes.size();
        }
        return child < 0 ? nodes.size() + SEPARATOR + ~child : child;
    }

    private static void encode(Object value, ByteArrayOutputStream to) throws IOException {
        if (value instanceof Map<?, ?> map) {
            control(MAP, map.size(), to);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                encode(entry.getKey(), to);
                encode(entry.getValue(), to);
            }
        } else if (value instanceof List<?> list) {
            control(LIST, list.size(), to);
            for (Object element : list) {
                encode(element, to);
            }
        } else if (value instanceof Boolean bool) {
            control(BOOLEAN, bool ? 1 : 0, to);
        } else {
            encodeScalar(value, to);
        }
    }

    private static void encodeScalar(Object value, ByteArrayOutputStream to) throws IOException {
        if (value instanceof Double fraction) {
            bytes(DOUBLE, ByteBuffer.allocate(8).putDouble(fraction).array(), to);
        } else if (value instanceof Integer small) {
            bytes(UINT16, ByteBuffer.allocate(2).putShort(small.shortValue()).array(), to);
        } else if (value instanceof Long large) {
            bytes(UINT32, ByteBuffer.allocate(4).putInt(large.intValue()).array(), to);
        } else if (value instanceof BigInteger huge) {
            bytes(UINT64, huge.toByteArray(), to);
        } else {
            bytes(TEXT, value.toString().getBytes(UTF_8), to);
        }
    }

    private static void bytes(int type, byte[] bytes, ByteArrayOutputStream to) throws IOException {
        control(type, bytes.length, to);
        to.write(bytes);
    }

    /** Sizes of less than 285 are enough here. */
    private static void control(int type, int size, ByteArrayOutputStream to) {
        boolean extended = type > MAP;
        to.write((extended ? 0 : type << 5) | Math.min(size, LONG_SIZE));
        if (extended) {
            to.write(type - MAP);
        }
        if (size >= LONG_SIZE) {
            to.write(size - LONG_SIZE);
        }
    }
}
