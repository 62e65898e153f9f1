package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadFileTest {
    private static final EventFields FIELDS = new EventFields("run1", 0, 3, 0, 1);

    @TempDir
    Path folder;

    @Test
    void twoCompleteJsonLinesAreData() throws IOException {
        assertThat(values(open("events.txt", "{\"a\":1}\n\n{\"b\":\"{id}\"}\nnot json\n")))
                .containsExactly("{\"a\":1}", "{\"b\":\"{id}\"}", "not json");
    }

    @Test
    void aSingleLineIsData() throws IOException {
        assertThat(values(open("one.jsonl", "{\"a\":1}\n"))).containsExactly("{\"a\":1}");
    }

    @Test
    void oneDocumentIsATemplate() throws IOException {
        // given
        Payload payload = open("event.json", "{\n  \"n\": {id}\n}\n");

        // when
        byte[] value = payload.next(FIELDS);

        // then
        assertThat(value).asString(StandardCharsets.UTF_8).isEqualTo("{\n  \"n\": 3\n}");
        assertThat(payload.next(FIELDS)).isEqualTo(value);
    }

    @Test
    void aSingleLineOfJsonIsATemplateToo() throws IOException {
        // given
        Payload payload = open("event.json", "{\"n\":\"{id}\"}\n");

        // when
        byte[] value = payload.next(FIELDS);

        // then
        assertThat(value).asString(StandardCharsets.UTF_8).isEqualTo("{\"n\":\"3\"}");
        assertThat(payload.next(FIELDS)).isEqualTo(value);
    }

    @Test
    void standardInputIsDataByteForByte() throws IOException {
        // given
        byte[] notUtf8 = {'a', (byte) 0xff, (byte) 0xfe, '\n', 'b', '\r', '\n'};

        // when
        Payload payload = PayloadFile.open("-", new ByteArrayInputStream(notUtf8));

        // then
        assertThat(payload.next(FIELDS)).containsExactly('a', 0xff, 0xfe);
        assertThat(payload.hasMore()).isTrue();
        assertThat(payload.next(FIELDS)).containsExactly('b');
        assertThat(payload.next(FIELDS)).isNull();
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> PayloadFile.open(folder + "/none.json", InputStream.nullInputStream()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--payload " + folder + "/none.json: there is no such file");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> open("empty", " \n"))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("empty: the file is empty; give a template or JSON lines");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1});
        assertThatThrownBy(() -> PayloadFile.open(file.toString(), InputStream.nullInputStream()))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("binary: a template must be UTF-8 text; other data can be piped to --payload -");
    }

    @Test
    void aTemplateWithAnUnknownPlaceholderIsRefused() {
        assertThatThrownBy(() -> open("event.json", "{\"n\":{number}}"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("event.json: unknown placeholder {number}; known: {run}")
                .hasMessageEndingWith("; text that has to stay as it is can be piped to --payload -");
    }

    private Payload open(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return PayloadFile.open(file.toString(), InputStream.nullInputStream());
    }

    private static List<String> values(Payload payload) throws IOException {
        List<String> values = new ArrayList<>();
        for (byte[] value = payload.next(FIELDS); value != null; value = payload.next(FIELDS)) {
            values.add(new String(value, StandardCharsets.UTF_8));
        }
        return values;
    }
}
