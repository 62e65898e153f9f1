package io.kstash.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoils texts and values at random. */
final class Mutator {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "\"",
            "'",
            "\\",
            "/",
            "#",
            "=>",
            "==",
            "=~",
            "!~",
            "!=",
            "<=",
            ">",
            "%{",
            "%{{",
            "}}",
            "%{+YYYY}",
            "${",
            "${A:b}",
            "if ",
            "else ",
            " and ",
            " or ",
            " not in ",
            " in ",
            "nand",
            "xor",
            "!",
            "filter {",
            "input {",
            "output {",
            "mutate { ",
            "grok { match => { \"a\" => \"",
            "%{NUMBER:n:int}",
            "(?<x>",
            "(a+)+$",
            "\\p{",
            "[a][b]",
            "[@metadata]",
            "[tags]",
            "@timestamp",
            "0x",
            "1e9",
            "-",
            ".",
            ",",
            "999999999999999999999",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uD800",
            "\r\n",
            "\t",
            "\u2028",
            "ISO8601",
            "UNIX",
            "yyyy-MM-dd'T'HH:mm:ss.SSSZZ",
            "true");
    private static final int LONGEST = 4_000;

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /** The text with one to six changes. */
    String text(String original) {
        StringBuilder text = new StringBuilder(original);
        for (int i = random.nextInt(6); i >= 0; i--) {
            change(text);
        }
        text.setLength(Math.min(text.length(), LONGEST));
        return text.toString();
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.insert(at, piece());
            case 3 -> text.replace(at, end, piece());
            default -> text.insert(at, piece().repeat(1 + random.nextInt(40)));
        }
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** Bytes, of which some are changed. */
    byte[] bytes(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** The fields, of which some have other values or are gone. */
    Map<String, @Nullable Object> fields(Map<String, @Nullable Object> original) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        original.forEach((name, value) -> {
            if (random.nextInt(8) > 0) {
                fields.put(name, value(value));
            }
        });
        return fields;
    }

    private @Nullable Object value(@Nullable Object original) {
        return switch (random.nextInt(6)) {
            case 0 -> any(3);
            case 1 -> original instanceof String text ? text(text) : any(1);
            case 2 -> List.of(original == null ? "" : original, 1L);
            default -> original;
        };
    }

    private @Nullable Object any(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> piece().repeat(1 + random.nextInt(200));
            case 3 -> random.nextLong();
            case 4 -> random.nextBoolean();
            case 5 -> random.nextGaussian() * 1e6;
            case 6 -> BigInteger.TEN.pow(random.nextInt(60)).negate();
            case 7 -> new BigDecimal("1e-" + random.nextInt(400));
            case 8 -> text("2026-11-23T10:20:30.123Z a=1 b=\"2\"");
            case 9 -> List.of();
            case 10 -> listOf(any(depth - 1), any(depth - 1));
            default -> new LinkedHashMap<>(java.util.Collections.singletonMap(piece(), any(depth - 1)));
        };
    }

    private static List<@Nullable Object> listOf(@Nullable Object first, @Nullable Object second) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(first);
        list.add(second);
        return list;
    }
}
