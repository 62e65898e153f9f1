package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
    private static final byte[] BINARY = {'a', (byte) 0xff, 0};

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void valueIsTheValueInALine() throws IOException {
        assertThat(printed(RecordFormat.Name.VALUE, null, utf8("{\"a\": \"ü\"}")))
                .isEqualTo("{\"a\": \"ü\"}\n");
    }

    @Test
    void valueReplacesWhatIsNotText() throws IOException {
        assertThat(printed(RecordFormat.Name.VALUE, null, BINARY)).isEqualTo("a\uFFFD\0\n");
    }

    @Test
    void valueHasALineForEachRecordAlsoWithoutAValue() throws IOException {
        assertThat(printed(RecordFormat.Name.VALUE, utf8("k"), null)).isEqualTo("\n");
    }

    @Test
    void jsonHasAllOfTheRecord() throws IOException {
        // given
        headers.add("kstash.producer", utf8("run1/0/7"));

        // when
        String line = printed(RecordFormat.Name.JSON, utf8("k\u00fc"), utf8("{\"n\":1.50}"));

        // then
        assertThat(line)
                .isEqualTo(
                        "{\"topic\":\"orders\",\"partition\":2,\"offset\":7,\"timestamp\":1732345678123,\"key\":\"kü\","
                                + "\"headers\":{\"kstash.producer\":\"run1/0/7\"},\"value\":\"{\\\"n\\\":1.50}\"}\n");
    }

    @Test
    void jsonTellsNoValueFromAnEmptyOne() throws IOException {
        assertThat(printed(RecordFormat.Name.JSON, null, null))
                .endsWith("\"key\":null,\"headers\":{},\"value\":null}\n");
        assertThat(printed(RecordFormat.Name.JSON, utf8(""), utf8("")))
                .endsWith("\"key\":\"\",\"headers\":{},\"value\":\"\"}\n");
    }

    @Test
    void jsonMarksWhatIsNotText() throws IOException {
        assertThat(printed(RecordFormat.Name.JSON, BINARY, BINARY))
                .contains("\"key\":{\"base64\":\"Yf8A\"},")
                .endsWith("\"value\":{\"base64\":\"Yf8A\"}}\n");
    }

    @Test
    void jsonKeepsAReplacementCharacterThatIsText() throws IOException {
        assertThat(printed(RecordFormat.Name.JSON, null, utf8("\uFFFD"))).endsWith("\"value\":\"\uFFFD\"}\n");
    }

    @Test
    void jsonKeepsAllValuesOfARepeatedHeader() throws IOException {
        // given
        headers.add("h", utf8("1")).add("other", null).add("h", BINARY);

        // when
        String line = printed(RecordFormat.Name.JSON, null, utf8("v"));

        // then
        assertThat(line).contains("\"headers\":{\"h\":[\"1\",{\"base64\":\"Yf8A\"}],\"other\":null}");
    }

    @Test
    void prettyIndentsJsonAndKeepsItsNumbers() throws IOException {
        // given
        headers.add("h", utf8("1"));

        // when
        String text = printed(RecordFormat.Name.PRETTY, utf8("k"), utf8("{\"a\":1732345678.123000,\"b\":[1]}"));

        // then
        assertThat(text).isEqualTo("""
                orders/2/7  2024-11-23T07:07:58.123Z  key k
                  h: 1
                {
                  "a" : 1732345678.123000,
                  "b" : [
                    1
                  ]
                }

                """);
    }

    @Test
    void prettyShowsOtherValuesWithoutHarm() throws IOException {
        assertThat(printed(RecordFormat.Name.PRETTY, null, utf8("two\nlines \033[31m")))
                .endsWith("\ntwo\nlines \\u001b[31m\n\n");
        assertThat(printed(RecordFormat.Name.PRETTY, null, utf8("{} {}"))).endsWith("\n{} {}\n\n");
        assertThat(printed(RecordFormat.Name.PRETTY, null, utf8(""))).endsWith("Z\n\n\n");
        assertThat(printed(RecordFormat.Name.PRETTY, null, BINARY)).endsWith("\n(3 bytes) 61 ff 00\n\n");
        assertThat(printed(RecordFormat.Name.PRETTY, null, null)).endsWith("\n(null)\n\n");
    }

    @Test
    void prettyUsesColoursOnlyWhereTheyShow() throws IOException {
        assertThat(printed(RecordFormat.Name.PRETTY, null, null)).doesNotContain("\033");
        assertThat(print(RecordFormat.Name.PRETTY.format(true), null, null)).startsWith("\033[1;36morders/2/7\033[0m");
    }

    private String printed(RecordFormat.Name format, byte[] key, byte[] value) throws IOException {
        return print(format.format(false), key, value);
    }

    private String print(RecordFormat format, byte[] key, byte[] value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(
                new ConsumerRecord<>(
                        "orders",
                        2,
                        7,
                        1732345678123L,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        value,
                        headers,
                        Optional.empty()),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
