package io.kstash.codecs.text;

import io.kstash.event.Utf8Text;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a payload as text. Bytes that are no UTF-8 are not lost: see {@link Utf8Text}. */
public final class PayloadText {
    public static final Option<Charset> CHARSET = Option.withDefault(
            "charset", OptionType.CHARSET, "UTF-8", "The character encoding of the payloads, such as ISO-8859-1.");

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
        return new PayloadText(options.get(CHARSET));
    }

    /** The payload as text. */
    public String of(byte[] payload) {
        return charset.equals(StandardCharsets.UTF_8) ? Utf8Text.of(payload) : new String(payload, charset);
    }

    /** The payload as UTF-8: itself, unless its character encoding is another. */
    public byte[] utf8(byte[] payload) {
        return charset.equals(StandardCharsets.UTF_8) ? payload : of(payload).getBytes(StandardCharsets.UTF_8);
    }
}
