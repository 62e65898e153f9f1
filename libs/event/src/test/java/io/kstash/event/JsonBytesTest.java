package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final String CHARACTERS = "aZ9 \"\\/\b\f\n\r\t\0\u0001\u001f\u007f\u0080é€\u2028\ud83d\ude00\uffff";

    @Test
    void writesAnyValueAsAGeneralWriterDoes() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        JsonBytes written = new JsonBytes();

        for (int i = 0; i < 20_000; i++) {
            Object value = value(random, 3);

            assertThat(text(written.of(value))).as("seed %d, value %d", seed, i).isEqualTo(byJackson(value));
        }
    }

    @Test
    void writesManyNamesAndWhatIsLargerThanItsBuffer() throws IOException {
        Map<String, @Nullable Object> large = new LinkedHashMap<>();
        for (int i = 0; i < 3_000; i++) {
            large.put("name" + i, "x".repeat(1_000));
        }
        JsonBytes written = new JsonBytes();

        assertThat(text(written.of(large))).isEqualTo(byJackson(large));
        assertThat(text(written.of(1L))).isEqualTo("1");
        assertThat(text(written.of(large))).isEqualTo(byJackson(large));
    }

    @Test
    void putsTheEndBehindTheValue() {
        byte[] line = new JsonBytes().of(List.of(1L), new byte[] {'\n'});

        assertThat(text(line)).isEqualTo("[1]\n");
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(Long.SIZE);
            case 3 -> new BigInteger(random.nextInt(200), random).negate();
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 -> random.nextInt(1_000_000) / 1000.0;
            case 6 -> Timestamp.ofEpochMilli(random.nextLong() >> random.nextInt(10, Long.SIZE));
            case 7 -> text(random);
            case 8 ->
                random.ints(random.nextInt(5))
                        .mapToObj(any -> value(random, depth - 1))
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(text(random), value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        boolean ascii = random.nextBoolean();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(ascii ? 4 : CHARACTERS.length())));
        }
        return text.toString();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String byJackson(@Nullable Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JACKSON.createGenerator(bytes)) {
            write(value, generator);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(@Nullable Object value, JsonGenerator to) throws IOException {
        if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeFieldName((String) entry.getKey());
                write(entry.getValue(), to);
            }
            to.writeEndObject();
        } else if (value instanceof List<?> list) {
            to.writeStartArray();
            for (Object element : list) {
                write(element, to);
            }
            to.writeEndArray();
        } else {
            writeScalar(value, to);
        }
    }

    private static void writeScalar(@Nullable Object value, JsonGenerator to) throws IOException {
        if (value instanceof Long number) {
            to.writeNumber(number);
        } else if (value instanceof Double number) {
            to.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            to.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            to.writeBoolean(bool);
        } else if (value == null) {
            to.writeNull();
        } else {
            to.writeString(value.toString());
        }
    }
}
