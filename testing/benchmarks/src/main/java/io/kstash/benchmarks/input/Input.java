package io.kstash.benchmarks.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What there is to work on: lines, and for most of them a filter section. */
public enum Input {
    /** The flow's own events, 76 bytes of JSON. */
    READINGS,
    /** What the filters of {@link #READINGS} make of them, for those who only move bytes. */
    READINGS_PROCESSED,
    /** A web server's access log. */
    ACCESS,
    /** An application's JSON log. */
    APP;

    private static final long SEED = 42;

    /** Such as {@code readings-processed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first lines, without their ends; the same ones on every call. */
    public Stream<String> lines(long count) {
        return lines(count, Padding.NONE);
    }

    /**
     * The same, of another size.
     *
     * @param readings what makes readings longer
     */
    public Stream<String> lines(long count, Padding readings) {
        LineFormat format = format(readings);
        SplittableRandom random = new SplittableRandom(SEED);
        return LongStream.range(0, count).mapToObj(index -> format.line(index, random));
    }

    private LineFormat format(Padding readings) {
        return switch (this) {
            case READINGS -> new ReadingLine(false, readings);
            case READINGS_PROCESSED -> new ReadingLine(true, readings);
            case ACCESS -> new AccessLine();
            case APP -> new AppLine();
        };
    }

    /** The filter section that works on it: {@code filter { ... }}. */
    public String filters() {
        String name = label() + ".conf";
        try (InputStream in = Input.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No filters for " + label());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
