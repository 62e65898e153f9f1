package io.kstash.benchmarks.input;

import java.util.SplittableRandom;

/** A field more that brings JSON objects to a size. Its text is drawn letter by letter, so that compression gains little. */
public final class Padding {
    /** Nothing more. */
    public static final Padding NONE = new Padding(0);

    private static final long SEED = 7;
    private static final int READING_BYTES = 76;
    private static final String BEFORE = ",\"text\":\"";
    private static final String AFTER = "\"";
    private static final int DRAWN_LETTERS = 1 << 20;

    private final int textLength;
    private final String letters;

    private Padding(int textLength) {
        this.textLength = textLength;
        this.letters = textLength == 0
                ? ""
                : new SplittableRandom(SEED)
                        .ints(DRAWN_LETTERS + (long) textLength, 'a', 'z' + 1)
                        .collect(
                                StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                        .toString();
    }

    /** Brings a reading to about a size, in bytes. */
    public static Padding to(int recordBytes) {
        int textLength = recordBytes - READING_BYTES - BEFORE.length() - AFTER.length();
        return textLength <= 0 ? NONE : new Padding(textLength);
    }

    /** Adds the field to an object that has one already, before its end. */
    void append(StringBuilder object, SplittableRandom random) {
        if (textLength > 0) {
            int start = random.nextInt(DRAWN_LETTERS);
            object.append(BEFORE).append(letters, start, start + textLength).append(AFTER);
        }
    }
}
