package io.kstash.event;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields that were read before, so that a name is one object however often it comes: it is compared quickly, and
 * its hash is known. Thread-safe: threads share the strings, and a race costs no more than a second string.
 */
final class KnownNames {
    private static final int LONGEST = 64;
    private static final int PLACES = 1024;

    /** A name takes the place of another one with the same hash. */
    private static final @Nullable String[] NAMES = new String[PLACES];

    private KnownNames() {}

    /**
     * The name of these bytes, which are ASCII.
     *
     * @param hash of the bytes, whichever it is
     */
    static String of(byte[] ascii, int start, int length, int hash) {
        if (length > LONGEST) {
            return text(ascii, start, length);
        }
        int place = (hash ^ (hash >>> 10)) & (PLACES - 1);
        String known = NAMES[place];
        if (known != null && isSame(known, ascii, start, length)) {
            return known;
        }
        String name = text(ascii, start, length);
        NAMES[place] = name;
        return name;
    }

    /** The text of these bytes, which are ASCII; Java copies them fastest as Latin 1. */
    static String text(byte[] ascii, int start, int length) {
        return new String(ascii, start, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isSame(String name, byte[] ascii, int start, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != ascii[start + i]) {
                return false;
            }
        }
        return true;
    }
}
