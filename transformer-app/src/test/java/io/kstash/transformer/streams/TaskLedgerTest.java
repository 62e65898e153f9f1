package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class TaskLedgerTest {
    private static final TopicPartition INPUT = new TopicPartition("in", 3);

    private final CommitLatency latency = new CommitLatency();
    private final Ledger ledger = new Ledger(new TopicDirectory.Topic("p-ledger", 2, 1_000_000), "v1", latency);
    private final TaskLedger task = new TaskLedger(ledger);

    @Test
    void whatWasReadIsInTheTransactionThatCommitsItsOffset() {
        // given
        begin("exactly_once_v2");
        add(7);

        // when
        var records = ledger.close(committed(8));

        // then
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("p-ledger");
            assertThat(record.partition()).isEqualTo(1);
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("in/3");
        });
        assertThat(ledger.close(committed(8))).isEmpty();
    }

    @Test
    void nothingIsKeptWhereThereIsNoTransaction() {
        // given
        begin("at_least_once");

        // when
        add(7);

        // then
        assertThat(ledger.close(committed(8))).isEmpty();
        assertThat(latency.latencies().counts()).contains(1);
    }

    @Test
    void whatATaskThatWasGivenUpHadReadIsForgotten() {
        // given
        begin("exactly_once_v2");
        add(7);

        // when
        task.discard();

        // then
        assertThat(ledger.close(committed(8))).isEmpty();
        latency.committed(1);
        assertThat(latency.latencies().counts()).containsOnly(0);
    }

    @Test
    void pagesOfAnotherThreadAreLeftAlone() throws InterruptedException {
        // given
        begin("exactly_once_v2");
        add(7);

        // when
        Thread late = new Thread(() -> assertThat(ledger.close(committed(8))).isEmpty());
        late.start();
        late.join();

        // then
        assertThat(ledger.close(committed(8))).hasSize(1);
    }

    private void begin(String guarantee) {
        Properties settings = new Properties();
        settings.put("application.id", "test");
        settings.put("bootstrap.servers", "localhost:1");
        settings.put("processing.guarantee", guarantee);
        task.begin(new MockProcessorContext<>(settings));
    }

    private void add(long offset) {
        task.add(new Origin(INPUT.topic(), INPUT.partition(), offset), 0, new Outcome(List.of(), 1, 0));
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(long offset) {
        return Map.of(INPUT, new OffsetAndMetadata(offset));
    }
}
