package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    private static final List<String> PARTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"a\"",
            "\"name\":",
            " ",
            "\n",
            "1",
            "0",
            "-",
            ".",
            "e5",
            "12.75",
            "-0.0",
            "true",
            "false",
            "null",
            "nul",
            "\\",
            "\\n",
            "\\u00e9",
            "é",
            "\u0001",
            "123456789012345678",
            "1234567890123456.5");

    @Test
    void readsWhatItReadsAsAGeneralParserDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int read = 0;

        for (int i = 0; i < 100_000; i++) {
            byte[] json = utf8(spoiled(object(random, 3), random));
            Object plain = PlainJson.readFirst(json);
            if (plain != null) {
                read++;
                assertThat(described(plain))
                        .as("seed %d: %s", seed, new String(json, StandardCharsets.UTF_8))
                        .isEqualTo(described(JsonReader.readAnyFirst(json)));
            }
        }

        assertThat(read).as("seed %d", seed).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\" : {\"b\":[1, -2,0.5,-0.0,[]]},\r\n\t\"c\":null,\"d\":true,\"e\":false,\"f\":\"\"} trailing",
                "{\"a\":123456789012345678,\"b\":1732345678.123}"
            })
    void readsWhatProgramsWrite(String json) {
        assertThat(described(PlainJson.readFirst(utf8(json))))
                .isEqualTo(described(JsonReader.readAnyFirst(utf8(json))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{\"a",
                "{\"a\":1",
                "{\"a\":\"é\"}",
                "{\"a\":\"\\n\"}",
                "{\"a\":1e5}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1234567890123456789}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":truely}",
                "{\"a\":1.2345678901234567}",
                "{\"a\":NaN}"
            })
    void leavesWhatIsUnusualOrWrongToOthers(String json) {
        assertThat(PlainJson.readFirst(utf8(json))).isNull();
    }

    @Test
    void leavesWhatIsLargeOrDeepToOthers() {
        assertThat(PlainJson.readFirst(utf8("{\"a\":\"" + "x".repeat(40_000) + "\"}")))
                .isNull();
        assertThat(PlainJson.readFirst(utf8("{\"a\":".repeat(100) + "1" + "}".repeat(100))))
                .isNull();
    }

    @Test
    void aNameIsOneObjectHoweverOftenItComes() {
        Map<String, ?> first = PlainJson.readFirst(utf8("{\"some_name\":1}"));
        Map<String, ?> second = PlainJson.readFirst(utf8("{\"some_name\":2}"));

        assertThat(second.keySet().iterator().next())
                .isSameAs(first.keySet().iterator().next());
    }

    private static String object(Random random, int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = random.nextInt(4); i >= 0; i--) {
            object.append("\"n").append(random.nextInt(2000)).append("\":").append(value(random, depth));
            object.append(i > 0 ? "," : "");
        }
        return object.append('}').toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> "\"text " + random.nextInt() + '"';
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(Long.SIZE));
            case 2 -> Double.toString(random.nextInt(2_000_000) / 1000.0 - 1000);
            case 3 -> random.nextLong(1_000_000_000_000L) + "." + random.nextInt(1000);
            case 4 -> "null";
            case 5 -> Boolean.toString(random.nextBoolean());
            case 6 -> object(random, depth - 1);
            default -> "[" + value(random, depth - 1) + " , " + value(random, depth - 1) + "]";
        };
    }

    /** Half of them with a part that may be in a wrong place. */
    private static String spoiled(String json, Random random) {
        if (random.nextBoolean()) {
            return json;
        }
        int at = random.nextInt(json.length());
        int end = Math.min(json.length(), at + random.nextInt(3));
        return json.substring(0, at) + PARTS.get(random.nextInt(PARTS.size())) + json.substring(end);
    }

    /** With the types of values, since 1 and 1.0 are not the same, nor are 0.0 and -0.0. */
    private static String described(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder("{");
            map.forEach((name, element) ->
                    text.append(name).append('=').append(described(element)).append(' '));
            return text.append('}').toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainJsonTest::described).toList().toString();
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
