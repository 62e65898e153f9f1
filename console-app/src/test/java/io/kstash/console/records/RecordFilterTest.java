package io.kstash.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFilterTest {
    private static final String VALUE =
            "{\"user\":{\"name\":\"Ann Lee\",\"id\":7},\"tags\":[\"slow\",\"late\"],\"a.b\":1,\"gone\":null,\"x\":1.0}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann                     | true",
                "ANN                     | true",
                "\"ann lee\"             | true",
                "\"lee ann\"             | false",
                "ann late                | true",
                "ann early               | false",
                "the-key                 | true",
                "header-name             | true",
                "header-value            | true",
                "user.name=\"Ann Lee\"   | true",
                "user.name=Ann           | false",
                "user.id=7               | true",
                "user.id=7 tags=late     | true",
                "user.id=8               | false",
                "user=7                  | false",
                "tags=slow               | true",
                "tags=fast               | false",
                "a.b=1                   | true",
                "gone=null               | true",
                "x=1.0                   | true",
                "nothing=1               | false",
                "user.name.deeper=1      | false"
            })
    void allTermsHaveToHold(String filter, boolean chosen) {
        assertThat(RecordFilter.parse(filter).test(record(VALUE))).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"not json, a=1, false", "not json, json, true", "'', a=1, false", "{, a=1, false"})
    void aFieldIsOnlyInJson(String value, String filter, boolean chosen) {
        assertThat(RecordFilter.parse(filter).test(record(value))).isEqualTo(chosen);
    }

    private static ConsumerRecord<byte[], byte[]> record(String value) {
        ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("t", 0, 0, bytes("the-key"), bytes(value));
        message.headers().add("header-name", bytes("header-value"));
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
