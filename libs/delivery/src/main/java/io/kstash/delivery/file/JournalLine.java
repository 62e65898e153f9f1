package io.kstash.delivery.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A line of a journal: the CRC32C of the JSON in eight hexadecimal digits, a space, the JSON, a newline. */
final class JournalLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();
    private static final int CHECKSUM_DIGITS = 8;
    private static final int JSON_START = CHECKSUM_DIGITS + 1;

    private JournalLine() {}

    static byte[] encode(Record value) throws IOException {
        byte[] json = JSON.writeValueAsBytes(value);
        byte[] line = new byte[JSON_START + json.length + 1];
        byte[] checksum = HEX.toHexDigits((int) checksum(json, 0, json.length)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, line, 0, CHECKSUM_DIGITS);
        line[CHECKSUM_DIGITS] = ' ';
        System.arraycopy(json, 0, line, JSON_START, json.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /**
     * Reads a line without its newline; empty if it is not what was written.
     *
     * @throws IOException if it is what was written, but nothing of this kind
     */
    static <T extends Record> Optional<T> decode(byte[] bytes, int start, int end, Class<T> type) throws IOException {
        return isIntact(bytes, start, end)
                ? Optional.of(JSON.readValue(bytes, start + JSON_START, end - start - JSON_START, type))
                : Optional.empty();
    }

    /** Where the line ends that starts there: at its newline, or at the end of the bytes. */
    static int end(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    static boolean isIntact(byte[] bytes, int start, int end) {
        if (end - start <= JSON_START) {
            return false;
        }
        String expected = HEX.toHexDigits((int) checksum(bytes, start + JSON_START, end - start - JSON_START));
        return expected.equals(new String(bytes, start, CHECKSUM_DIGITS, StandardCharsets.US_ASCII));
    }

    private static long checksum(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, length);
        return crc.getValue();
    }
}
