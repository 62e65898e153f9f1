package io.kstash.event;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as {@link JsonWriter} does, into a buffer that serves for one value after the other. For whoever writes many:
 * a general writer costs several times as much, and the half of that before the first character. Not thread-safe.
 */
public final class JsonBytes {
    private static final int USUAL_BUFFER = 1024;
    private static final int LARGEST_KEPT_BUFFER = 1 << 20;
    /** Names of fields come again and again, unless somebody makes them of data. */
    private static final int MOST_KNOWN_NAMES = 1_000;

    private static final int MOST_PLACES = 64;

    /** Of a character: half of a surrogate pair or a control character as its escape. */
    private static final int MOST_BYTES_OF_CHAR = 6;

    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    /** For each ASCII character what follows the backslash in its escape: 0 for none, u for one with four digits. */
    private static final byte[] ESCAPES = escapes();

    private final Map<String, byte[]> knownNames = new HashMap<>();
    private final @Nullable String[] lastNames = new String[MOST_PLACES];
    private final byte[][] lastWritten = new byte[MOST_PLACES][];
    private byte[] bytes = new byte[USUAL_BUFFER];
    private int length;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[0x80];
        Arrays.fill(escapes, 0, 0x20, (byte) 'u');
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        return escapes;
    }

    /** The value as JSON in UTF-8. */
    public byte[] of(@Nullable Object value) {
        return of(value, new byte[0]);
    }

    /** The value as JSON in UTF-8, and these bytes behind it. */
    public byte[] of(@Nullable Object value, byte[] end) {
        length = 0;
        write(value);
        write(end);
        byte[] written = Arrays.copyOf(bytes, length);
        if (bytes.length > LARGEST_KEPT_BUFFER) {
            bytes = new byte[USUAL_BUFFER];
        }
        return written;
    }

    private void write(@Nullable Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Timestamp timestamp) {
            timestamp(timestamp);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof Boolean bool) {
            write(bool ? TRUE : FALSE);
        } else if (value == null) {
            write(NULL);
        } else {
            text(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        write('{');
        int place = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (place > 0) {
                write(',');
            }
            name(place, String.valueOf(entry.getKey()));
            write(entry.getValue());
            place++;
        }
        write('}');
    }

    /** With the colon. Most objects have the names of the one before, in the same places. */
    @SuppressWarnings("ReferenceEquality") // another string with the same characters is found as well, a little later
    private void name(int place, String name) {
        if (place < MOST_PLACES && name == lastNames[place]) {
            write(lastWritten[place]);
            return;
        }
        byte[] known = knownNames.get(name);
        if (known == null) {
            newName(name);
            return;
        }
        write(known);
        if (place < MOST_PLACES) {
            lastNames[place] = name;
            lastWritten[place] = known;
        }
    }

    private void newName(String name) {
        int start = length;
        text(name);
        write(':');
        if (knownNames.size() < MOST_KNOWN_NAMES) {
            knownNames.put(name, Arrays.copyOfRange(bytes, start, length));
        }
    }

    private void array(List<?> list) {
        write('[');
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                write(',');
            }
            first = false;
            write(element);
        }
        write(']');
    }

    private void number(Number number) {
        if (number instanceof Double fraction) {
            fraction(fraction);
        } else if (number instanceof BigInteger big) {
            write(ascii(big.toString()));
        } else {
            reserve(Digits.MOST_CHARACTERS);
            length = Digits.put(number.longValue(), bytes, length);
        }
    }

    private void fraction(double fraction) {
        reserve(FloatText.MOST_CHARACTERS);
        int end = FloatText.putShort(fraction, bytes, length);
        if (end > length) {
            length = end;
        } else if (Double.isFinite(fraction)) {
            write(ascii(FloatText.of(fraction)));
        } else {
            text(FloatText.of(fraction));
        }
    }

    private void timestamp(Timestamp timestamp) {
        Instant instant = timestamp.instant();
        if (!InstantText.isUsual(instant)) {
            text(timestamp.toString());
            return;
        }
        reserve(InstantText.LENGTH + 2);
        bytes[length] = '"';
        InstantText.put(instant, bytes, length + 1);
        length += InstantText.LENGTH + 2;
        bytes[length - 1] = '"';
    }

    private void text(String text) {
        write('"');
        int plain = plainStart(text);
        if (plain < text.length()) {
            escaped(text, plain);
        }
        write('"');
    }

    /** Writes the characters with which a text starts that are one byte each, up to the first other one. */
    private int plainStart(String text) {
        int size = text.length();
        reserve(size);
        byte[] to = bytes;
        int start = length;
        int i = 0;
        for (; i < size; i++) {
            char c = text.charAt(i);
            if (c >= ESCAPES.length || ESCAPES[c] != 0) {
                break;
            }
            to[start + i] = (byte) c;
        }
        length = start + i;
        return i;
    }

    private void escaped(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            reserve(MOST_BYTES_OF_CHAR);
            if (c < ESCAPES.length) {
                ascii(c);
            } else if (Character.isSurrogate(c)) {
                unicodeEscape(c);
            } else {
                beyondAscii(c);
            }
        }
    }

    private void ascii(char c) {
        if (ESCAPES[c] == 0) {
            bytes[length++] = (byte) c;
        } else if (ESCAPES[c] == 'u') {
            unicodeEscape(c);
        } else {
            bytes[length++] = '\\';
            bytes[length++] = ESCAPES[c];
        }
    }

    private void unicodeEscape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(c >> shift) & 0xF];
        }
    }

    private void beyondAscii(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    private void write(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    private void write(byte[] part) {
        reserve(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
        }
    }
}
