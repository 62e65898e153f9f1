package io.kstash.transformer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.engine.Pipeline;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.load.PipelineLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineFilterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachLineIsAnsweredAlsoTheLastWithoutAnEnd() throws Exception {
        filter("mutate { add_field => { 'b' => 'x' } }", false, "{\"a\":1}\n\n{\"a\":{\"ż\":[null,2.0]}}");

        assertThat(printed(out)).isEqualTo("{\"a\":1,\"b\":\"x\"}\n{\"a\":{\"ż\":[null,2.0]},\"b\":\"x\"}\n");
    }

    @Test
    void timestampAndVersionAreShownOnRequest() throws Exception {
        filter("", true, "{\"@timestamp\":\"2026-01-02T03:04:05Z\"}\n");

        assertThat(printed(out)).isEqualTo("{\"@timestamp\":\"2026-01-02T03:04:05.000Z\",\"@version\":\"1\"}\n");
    }

    @Test
    void whatIsNoJsonComesOutTagged() throws Exception {
        filter("", false, "{\"a\":\n[1]\n");

        assertThat(printed(out).lines())
                .containsExactly(
                        "{\"message\":\"{\\\"a\\\":\",\"tags\":[\"_jsonparsefailure\"]}",
                        "{\"message\":\"[1]\",\"tags\":[\"_jsonparsefailure\"]}");
    }

    @Test
    void bytesThatAreNotUtf8AreShownAsTheyAre() throws Exception {
        filter("", false, new byte[] {'a', (byte) 0xff, '\n'});

        assertThat(printed(out)).isEqualTo("{\"message\":\"a\\\\xFF\",\"tags\":[\"_jsonparsefailure\"]}\n");
    }

    @Test
    void aDroppedEventIsSilentAndAFailedOneReported() throws Exception {
        filter("if [a] > 1 { drop { } }", false, "{\"a\":2}\n{\"a\":\"x\"}\n{\"a\":1}\n");

        assertThat(printed(out)).isEqualTo("{\"a\":1}\n");
        assertThat(printed(err))
                .isEqualTo("test.conf:1:13: condition: Cannot compare \"x\" with 1; left out: {\"a\":\"x\"}\n");
    }

    private void filter(String filters, boolean all, String lines) throws IOException {
        filter(filters, all, lines.getBytes(StandardCharsets.UTF_8));
    }

    private void filter(String filters, boolean all, byte[] lines) throws IOException {
        Pipeline<?, ?> pipeline = new PipelineLoader(Map.of(), true)
                .check(PipelineSource.of("test.conf", "filter { " + filters + " }"))
                .pipeline()
                .orElseThrow();
        new LineFilter(pipeline, all, stream(out), stream(err)).run(new ByteArrayInputStream(lines));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
