package io.kstash.regexp;

import java.nio.charset.StandardCharsets;
import org.jcodings.specific.UTF8Encoding;

/**
 * A text that patterns are searched in, encoded once for all of them. Positions in it count bytes of UTF-8. Immutable.
 */
public final class Subject {
    private final byte[] utf8;
    private final boolean ascii;

    private Subject(byte[] utf8, boolean ascii) {
        this.utf8 = utf8;
        this.ascii = ascii;
    }

    public static Subject of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Subject(utf8, utf8.length == text.length());
    }

    /** The position behind the last character. */
    public int length() {
        return utf8.length;
    }

    /** The position behind the character at a position: where to go on after an empty match. */
    public int next(int position) {
        return position < utf8.length
                ? position + UTF8Encoding.INSTANCE.length(utf8, position, utf8.length)
                : position + 1;
    }

    /** The text between two positions that a match has told. */
    public String text(int begin, int end) {
        return new String(utf8, begin, end - begin, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** True where each character is one byte, which makes searches faster. */
    boolean isAscii() {
        return ascii;
    }

    byte[] utf8() {
        return utf8;
    }

    /** The whole text. */
    @Override
    public String toString() {
        return text(0, utf8.length);
    }
}
