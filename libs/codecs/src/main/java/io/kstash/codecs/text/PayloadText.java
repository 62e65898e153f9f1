package io.kstash.codecs.text;

import io.kstash.event.RubyText;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * The bytes of a payload as text. Bytes that are no UTF-8 are not lost: then the text is what Ruby's {@code inspect}
 * prints for them, such as {@code a\xFFb}, as in Logstash.
 */
public final class PayloadText {
    public static final Option<String> CHARSET = Option.withDefault(
            "charset", OptionType.STRING, "UTF-8", "The character encoding of the payloads, such as ISO-8859-1.");

    private final Charset charset;

    private PayloadText(Charset charset) {
        this.charset = charset;
    }

    /** The reader for payloads in UTF-8. */
    public static PayloadText inUtf8() {
        return new PayloadText(StandardCharsets.UTF_8);
    }

    /** The reader for the codec's {@link #CHARSET}. */
    public static PayloadText of(Options options) {
        String name = options.get(CHARSET);
        try {
            return new PayloadText(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new InvalidOptionException(
                    CHARSET,
                    "must be a known character encoding, such as UTF-8 or ISO-8859-1, and not \"" + name + "\"");
        }
    }

    /** The payload as text. */
    public String of(byte[] payload) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return new String(payload, charset);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return inspect(payload);
        }
    }

    /** The payload as UTF-8: itself, unless its character encoding is another. */
    public byte[] utf8(byte[] payload) {
        return charset.equals(StandardCharsets.UTF_8) ? payload : of(payload).getBytes(StandardCharsets.UTF_8);
    }

    private static String inspect(byte[] payload) {
        StringBuilder text = new StringBuilder(payload.length + 16);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(payload);
        CharBuffer out = CharBuffer.allocate(payload.length + 1);
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
