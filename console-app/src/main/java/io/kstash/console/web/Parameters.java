package io.kstash.console.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads what a request asks for. */
public final class Parameters {
    private Parameters() {}

    /** A part of the path. */
    public static String path(Context context, String name) {
        return context.pathParam(name);
    }

    /** A number in the path. */
    public static long pathNumber(Context context, String name) {
        return number(name, context.pathParam(name));
    }

    /** A query parameter; what is empty counts as not given. */
    public static Optional<String> query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
    }

    /** A number in the query. */
    public static OptionalLong queryNumber(Context context, String name) {
        return query(context, name).stream()
                .mapToLong(text -> number(name, text))
                .findFirst();
    }

    /** A partition in the query; none is all of them. */
    public static OptionalInt partition(Context context) {
        return queryNumber(context, "partition").stream()
                .mapToInt(Math::toIntExact)
                .findFirst();
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiException.badRequest(name + " is no number: " + text);
        }
    }
}
