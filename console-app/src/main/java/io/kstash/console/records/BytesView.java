package io.kstash.console.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as far as a page shows them.
 *
 * @param text what they begin with; replacement characters stand for what is not UTF-8
 * @param size of all of them
 * @param cut whether there are more than the text shows
 * @param hex what they begin with, only where they are not UTF-8
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BytesView(
        String text, int size, boolean cut, @Nullable String hex) {
    private static final int HEX_BYTES = 64;
    private static final int LONGEST_CHARACTER = 4;

    /** The view of bytes, null where there are none. */
    public static @Nullable BytesView of(byte @Nullable [] bytes, int most) {
        if (bytes == null) {
            return null;
        }
        int shown = Math.min(bytes.length, most);
        boolean cut = shown < bytes.length;
        String text = decode(bytes, shown, cut);
        if (text != null) {
            return new BytesView(text, bytes.length, cut, null);
        }
        String hex = HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, HEX_BYTES)));
        return new BytesView(new String(bytes, 0, shown, StandardCharsets.UTF_8), bytes.length, cut, hex);
    }

    /** Null if it is not UTF-8. A character that is cut in two at the end is left out. */
    private static @Nullable String decode(byte[] bytes, int length, boolean cut) {
        for (int end = length; end >= 0 && end > length - LONGEST_CHARACTER; end--) {
            try {
                CharBuffer text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, 0, end));
                return text.toString();
            } catch (CharacterCodingException notText) {
                if (!cut) {
                    return null;
                }
            }
        }
        return null;
    }
}
