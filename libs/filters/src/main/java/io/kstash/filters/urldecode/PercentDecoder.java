package io.kstash.filters.urldecode;

import io.kstash.event.Utf8Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decodes {@code %41} to {@code A}. A percent sign that no two hexadecimal digits follow stays, and so does a plus.
 *
 * @param charset the encoding of the decoded bytes and, as in Logstash, of the rest of the text, which is UTF-8
 */
record PercentDecoder(Charset charset) {
    private static final int CODE_LENGTH = 3;
    private static final int NO_DIGIT = -1;

    String decode(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return new String(decode(utf8), charset);
        }
        return text.indexOf('%') < 0 ? text : Utf8Text.of(decode(utf8));
    }

    private static byte[] decode(byte[] encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        int position = 0;
        while (position < encoded.length) {
            boolean code = isCode(encoded, position);
            decoded.write(code ? digit(encoded[position + 1]) * 16 + digit(encoded[position + 2]) : encoded[position]);
            position += code ? CODE_LENGTH : 1;
        }
        return decoded.toByteArray();
    }

    private static boolean isCode(byte[] bytes, int position) {
        return bytes[position] == '%'
                && position + CODE_LENGTH <= bytes.length
                && digit(bytes[position + 1]) != NO_DIGIT
                && digit(bytes[position + 2]) != NO_DIGIT;
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }
}
