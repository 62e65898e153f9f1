package io.kstash.benchmarks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.benchmarks.input.Input;
import io.kstash.event.FieldReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured does what it is named for. */
class PartsTest {
    @Test
    void grokFindsTheFieldsOfAnAccessLine() {
        // when
        Object status = new FilterBenchmark().grok().get(FieldReference.of("[http][response][status_code]"));

        // then
        assertThat(status).isInstanceOf(Long.class);
    }

    @Test
    void grokFailsWhereItShould() {
        assertThat(new FilterBenchmark().grokThatFails().tags()).containsExactly("_grokparsefailure");
    }

    @Test
    void theOtherFiltersDoNotFail() {
        // given
        FilterBenchmark filters = new FilterBenchmark();

        // then
        assertThat(List.of(filters.date(), filters.isoDate(), filters.kv(), filters.addField(), filters.convert()))
                .allMatch(event -> event.tags().isEmpty());
        assertThat(filters.kv().get(FieldReference.of("[order][status]"))).isEqualTo("paid");
    }

    @Test
    void conditionsAreDecided() {
        // given
        ConditionBenchmark conditions = new ConditionBenchmark();

        // then
        assertThat(conditions.presence()).isTrue();
        assertThat(conditions.equality()).isEqualTo(conditions.membership()).isTrue();
        assertThat(conditions.match()).isTrue();
    }

    @Test
    void theFileOutputWrites() throws IOException {
        // given
        FileOutputBenchmark file = new FileOutputBenchmark();

        // when
        long written = file.write();

        // then
        assertThat(written).isEqualTo(10_000);
        file.delete();
    }

    /** The raw limit is measured with lines that stand for what kstash writes. */
    @Test
    void processedReadingsAreAsLongAsWhatTheEngineWrites() {
        // given
        CompiledPipeline pipeline = new CompiledPipeline("json", Input.READINGS.filters(), "[@timestamp]");

        // when
        List<Integer> written = Input.READINGS
                .lines(100)
                .map(line -> pipeline.encode(pipeline.filter(pipeline.decode(line.getBytes(StandardCharsets.UTF_8)))))
                .map(bytes -> bytes.length)
                .toList();

        // then
        assertThat(Input.READINGS_PROCESSED.lines(100).map(String::length)).isEqualTo(written);
    }
}
