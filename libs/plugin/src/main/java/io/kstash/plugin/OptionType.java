package io.kstash.plugin;

import io.kstash.event.FieldReference;
import io.kstash.event.FieldReferenceException;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a value as it stands in a pipeline becomes the value that a plugin works with. Logstash is lenient here, and so is
 * this: a number does for a text, a scalar for a list of one, a list of pairs for a hash.
 *
 * <p>A value from a pipeline is a {@code String}, {@code Long}, {@code java.math.BigInteger}, {@code Double},
 * {@code List<Object>}, {@code Map<Object, Object>} or, where the option takes one, a {@link Codec}.
 *
 * @param <T> what it becomes
 */
public final class OptionType<T> {
    public static final OptionType<Object> ANY = new OptionType<>("any value", value -> value);
    public static final OptionType<String> STRING = new OptionType<>("string", OptionType::toText);
    /** A text that no message may show. */
    public static final OptionType<String> SECRET = new OptionType<>("string", OptionType::toSecret);

    public static final OptionType<Number> NUMBER = new OptionType<>("number", OptionType::toNumber);
    public static final OptionType<Boolean> BOOLEAN = new OptionType<>("boolean", OptionType::toBoolean);
    /** A list whose elements keep their types. */
    public static final OptionType<List<Object>> LIST = new OptionType<>("array", OptionType::toList);
    /** A list whose elements become texts. */
    public static final OptionType<List<String>> STRINGS = new OptionType<>(
            "array of strings",
            value -> toList(value).stream().map(RubyText::toS).toList());
    /** A hash in the order of the pipeline, with keys as texts. */
    public static final OptionType<Map<String, Object>> HASH = new OptionType<>("hash", OptionType::toHash);
    /** A hash in the order of the pipeline, whose keys keep their types: a list can have other keys than texts. */
    public static final OptionType<Map<Object, Object>> TYPED_HASH = new OptionType<>("hash", OptionType::toTypedHash);
    /** A file or folder, which need not be there. */
    public static final OptionType<Path> PATH = new OptionType<>("path", value -> PathText.path(toText(value)));
    /** Files and folders as they are written, for those who give wildcards a meaning. */
    public static final OptionType<List<String>> PATHS = new OptionType<>(
            "array of paths",
            value -> STRINGS.convert(value).stream().map(PathText::require).toList());
    /** A file that each event decides: {@code %{…}} is filled from it. */
    public static final OptionType<Template> PATH_TEMPLATE =
            new OptionType<>("path", value -> Template.of(PathText.require(toText(value))));
    /** A reference to a field; an empty text is none, as in Logstash. */
    public static final OptionType<Optional<FieldReference>> FIELD_REFERENCE =
            new OptionType<>("field reference", OptionType::toFieldReference);
    /** A character encoding, by its name in Ruby or Java. */
    public static final OptionType<Charset> CHARSET = new OptionType<>("character encoding", OptionType::toCharset);
    /** A codec that can decode, by name, with options of its own or without. */
    public static final OptionType<Codec> INPUT_CODEC = new OptionType<>("codec", value -> {
        Codec codec = toCodec(value);
        codec.newDecoder();
        return codec;
    });
    /** A codec that can encode, by name, with options of its own or without. */
    public static final OptionType<Codec> OUTPUT_CODEC = new OptionType<>("codec", value -> {
        Codec codec = toCodec(value);
        codec.newEncoder();
        return codec;
    });

    /** Ruby's names for no encoding at all; what is beyond ASCII in it has no characters. */
    private static final Set<String> BYTES = Set.of("ASCII-8BIT", "BINARY");

    private final String name;
    private final Conversion<T> conversion;

    private OptionType(String name, Conversion<T> conversion) {
        this.name = name;
        this.conversion = conversion;
    }

    /** A text out of a few. */
    public static OptionType<String> oneOf(String... allowed) {
        List<String> values = List.of(allowed);
        return new OptionType<>("one of " + values, value -> {
            String text = toText(value);
            if (!values.contains(text)) {
                throw new InvalidOptionException("must be one of " + values + ", and not " + RubyText.inspect(value));
            }
            return text;
        });
    }

    /**
     * Converts a value.
     *
     * @throws InvalidOptionException with what was expected and what was given
     */
    public T convert(Object value) {
        return conversion.convert(value);
    }

    /** True if the value is a {@link Codec}, which whoever reads the pipeline has to make first. */
    public boolean isCodec() {
        return this == (OptionType<?>) INPUT_CODEC || this == (OptionType<?>) OUTPUT_CODEC;
    }

    /** The name for messages and the reference. */
    public String name() {
        return name;
    }

    private static String toText(Object value) {
        Object single = unwrapSingle(value);
        if (single instanceof List<?> || single instanceof Map<?, ?> || single instanceof Codec) {
            throw mustBe("a string", value);
        }
        return RubyText.toS(single);
    }

    private static String toSecret(Object value) {
        try {
            return toText(value);
        } catch (InvalidOptionException quoting) {
            throw new InvalidOptionException("must be a string; what is given is not shown, because it is secret");
        }
    }

    private static Number toNumber(Object value) {
        Object single = unwrapSingle(value);
        if (single instanceof Number number) {
            return number;
        }
        @Nullable Number parsed = single instanceof String text ? parse(text) : null;
        if (parsed == null) {
            throw mustBe("a number", value);
        }
        return parsed;
    }

    /** As Logstash: only a text that reads as the number would be written. */
    private static @Nullable Number parse(String text) {
        try {
            Number number = text.indexOf('.') < 0 ? (Number) Long.valueOf(text) : (Number) Double.valueOf(text);
            return RubyText.inspect(number).equals(text) ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Boolean toBoolean(Object value) {
        return switch (RubyText.toS(unwrapSingle(value))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mustBe("true or false", value);
        };
    }

    private static List<Object> toList(Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        if (value instanceof Map<?, ?> map) {
            List<Object> pairs = new ArrayList<>();
            map.forEach((key, element) -> pairs.add(List.of(key, element)));
            return pairs;
        }
        return new ArrayList<>(List.of(value));
    }

    private static Map<String, Object> toHash(Object value) {
        Map<String, Object> hash = new LinkedHashMap<>();
        toTypedHash(value).forEach((key, element) -> hash.put(RubyText.toS(key), element));
        return hash;
    }

    private static Map<Object, Object> toTypedHash(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new LinkedHashMap<>(map);
        }
        List<Object> pairs = toList(value);
        if (pairs.size() % 2 != 0) {
            throw mustBe("a hash, such as { \"key\" => \"value\" }", value);
        }
        Map<Object, Object> hash = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            hash.merge(pairs.get(i), pairs.get(i + 1), OptionType::append);
        }
        return hash;
    }

    /** As Logstash: a key that a list repeats has all its values. */
    private static Object append(Object values, Object next) {
        List<Object> all = toList(values);
        all.add(next);
        return all;
    }

    private static Optional<FieldReference> toFieldReference(Object value) {
        String text = toText(value);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(FieldReference.of(text));
        } catch (FieldReferenceException invalid) {
            throw mustBe("a field, such as name or [name][nested]", value);
        }
    }

    private static Charset toCharset(Object value) {
        String name = toText(value);
        try {
            return BYTES.contains(name) ? StandardCharsets.US_ASCII : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw mustBe("a known character encoding, such as UTF-8 or ISO-8859-1", value);
        }
    }

    private static Codec toCodec(Object value) {
        if (value instanceof Codec codec) {
            return codec;
        }
        throw mustBe("a codec, such as json or json { }", value);
    }

    private static Object unwrapSingle(Object value) {
        return value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }

    private static InvalidOptionException mustBe(String expected, Object given) {
        return new InvalidOptionException("must be " + expected + ", and not " + RubyText.inspect(given));
    }

    @FunctionalInterface
    private interface Conversion<T> {
        T convert(Object value);
    }
}
