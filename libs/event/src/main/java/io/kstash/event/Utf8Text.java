package io.kstash.event;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Bytes that ought to be UTF-8 as text. Where they are not, nothing is lost: then the text is what Ruby's
 * {@code inspect} prints for them, such as {@code a\xFFb}, as in Logstash.
 */
public final class Utf8Text {
    private static final char REPLACEMENT = '\ufffd';

    private Utf8Text() {}

    public static String of(byte[] bytes) {
        // Java decodes fastest where it may put a character of its own in the place of what is wrong.
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strict(bytes);
    }

    private static String strict(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return inspect(bytes);
        }
    }

    private static String inspect(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length + 16);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, true);
            appendQuoted(text, out);
            for (int i = 0; result.isError() && i < result.length(); i++) {
                text.append(String.format(Locale.ROOT, "\\x%02X", in.get()));
            }
            decoder.reset();
        }
        return text.toString();
    }

    private static void appendQuoted(StringBuilder text, CharBuffer chars) {
        String quoted = RubyText.quote(chars.flip().toString());
        text.append(quoted, 1, quoted.length() - 1);
        chars.clear();
    }
}
