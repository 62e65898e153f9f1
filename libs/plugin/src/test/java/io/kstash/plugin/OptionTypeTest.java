package io.kstash.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionTypeTest {
    private static final String NO_PATH =
            "must be a path that a file can have here, and not \"a\\u0000b\": Nul character not allowed";

    static Stream<Arguments> conversions() {
        return Stream.of(
                Arguments.of(OptionType.STRING, 5L, "5"),
                Arguments.of(OptionType.STRING, List.of("one"), "one"),
                Arguments.of(OptionType.NUMBER, "2", 2L),
                Arguments.of(OptionType.NUMBER, "2.5", 2.5),
                Arguments.of(OptionType.BOOLEAN, "false", false),
                Arguments.of(OptionType.STRINGS, "solo", List.of("solo")),
                Arguments.of(OptionType.STRINGS, List.of("a", 5L, 1.5), List.of("a", "5", "1.5")),
                Arguments.of(OptionType.LIST, Map.of("a", "b"), List.of(List.of("a", "b"))),
                Arguments.of(OptionType.HASH, List.of("a", "b"), Map.of("a", "b")),
                Arguments.of(OptionType.HASH, Map.of(5L, "b"), Map.of("5", "b")),
                Arguments.of(OptionType.HASH, List.of("a", "b", "a", 5L), Map.of("a", List.of("b", 5L))),
                Arguments.of(OptionType.TYPED_HASH, List.of(5L, "b", "5", "c"), Map.of(5L, "b", "5", "c")),
                Arguments.of(OptionType.PATH, "/a/b", Path.of("/a/b")),
                Arguments.of(OptionType.PATHS, "/a/*", List.of("/a/*")),
                Arguments.of(OptionType.oneOf("asc", "desc"), "asc", "asc"));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void logstashsLenientFormsAreTaken(OptionType<?> type, Object given, Object expected) {
        assertThat(type.convert(given)).isEqualTo(expected);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(OptionType.STRING, List.of("a", "b"), "must be a string, and not [\"a\", \"b\"]"),
                Arguments.of(OptionType.NUMBER, "abc", "must be a number, and not \"abc\""),
                Arguments.of(OptionType.NUMBER, "05", "must be a number, and not \"05\""),
                Arguments.of(OptionType.NUMBER, "1.50", "must be a number, and not \"1.50\""),
                Arguments.of(OptionType.NUMBER, List.of(1L, 2L), "must be a number, and not [1, 2]"),
                Arguments.of(OptionType.BOOLEAN, "maybe", "must be true or false, and not \"maybe\""),
                Arguments.of(OptionType.BOOLEAN, 0L, "must be true or false, and not 0"),
                Arguments.of(OptionType.HASH, "a", "must be a hash, such as { \"key\" => \"value\" }, and not \"a\""),
                Arguments.of(OptionType.PATH, "a\0b", NO_PATH),
                Arguments.of(OptionType.PATHS, List.of("a", "a\0b"), NO_PATH),
                Arguments.of(OptionType.PATH_TEMPLATE, "a\0b", NO_PATH),
                Arguments.of(OptionType.INPUT_CODEC, 5L, "must be a codec, such as json or json { }, and not 5"),
                Arguments.of(OptionType.oneOf("asc", "desc"), "up", "must be one of [asc, desc], and not \"up\""));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatFitsNowhereIsRefusedWithWhatWasExpected(OptionType<?> type, Object given, String message) {
        assertThatThrownBy(() -> type.convert(given))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(message);
    }
}
