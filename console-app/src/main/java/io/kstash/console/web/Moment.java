package io.kstash.console.web;

/**
 * What was seen, and when.
 *
 * @param asOf milliseconds since the epoch
 * @param picture a value for {@link Json}
 */
public record Moment<T>(long asOf, T picture) {
    public static <T> Moment<T> now(T picture) {
        return new Moment<>(System.currentTimeMillis(), picture);
    }
}
