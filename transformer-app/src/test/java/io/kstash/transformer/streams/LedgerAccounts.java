package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the committed ledger of a pipeline says. */
record LedgerAccounts(List<LedgerEntry> entries) {
    static LedgerAccounts read(KafkaFixture kafka, String pipeline) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (ConsumerRecord<String, String> record : kafka.records(LedgerEntry.topicOf(pipeline))) {
            LedgerEntry entry = parse(record.value());
            assertThat(record.key()).isEqualTo(entry.topic() + "/" + entry.partition());
            assertThat(record.partition()).isEqualTo(entry.partition());
            entries.add(entry);
        }
        return new LedgerAccounts(entries);
    }

    private static LedgerEntry parse(String value) {
        try {
            return LedgerEntry.parse(value.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What became of each record of a partition, by offset; fails where a record is accounted for twice. */
    Map<Long, Outcome> outcomes(int partition) {
        Map<Long, Outcome> outcomes = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            if (entry.partition() == partition) {
                for (LedgerEntry.Run run : entry.runs()) {
                    for (long offset = run.first(); offset < run.first() + run.count(); offset++) {
                        assertThat(offset).isLessThan(entry.nextOffset());
                        assertThat(outcomes.put(offset, entry.outcomes().get(run.outcome())))
                                .as("accounts of offset %d of partition %d", offset, partition)
                                .isNull();
                    }
                }
            }
        }
        return outcomes;
    }
}
