package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProducerTallyTest {
    private final Findings findings = new Findings();
    private final ProducerTally producer = new ProducerTally("run/1", findings);
    private final AuditedPartition first = new AuditedPartition(new TopicPartition("in", 0));
    private final AuditedPartition second = new AuditedPartition(new TopicPartition("in", 1));

    @Test
    void aGapIsLost() {
        // given
        send(first, 1, 2, 5);

        // when
        producer.conclude(true);

        // then
        assertThat(producer.lostBefore()).isEqualTo(3);
        assertThat(findings.kept())
                .extracting(Finding::toString)
                .containsExactly("lost, before the topic: run/1/0", "lost, before the topic: run/1/3 to run/1/4");
    }

    @Test
    void whatExpiredIsNot() {
        // given
        send(first, 3, 4);

        // when
        producer.conclude(false);

        // then
        assertThat(producer.lostBefore()).isZero();
    }

    /** Each partition has a tail of its own: 4 may have been on its way to the first one when the producer was killed. */
    @Test
    void theUnacknowledgedTailOfAPartitionIsNot() {
        // given
        send(first, 0, 2);
        send(second, 1, 5);

        // when
        producer.conclude(true);

        // then
        assertThat(producer.lostBefore()).isZero();
    }

    @Test
    void eachPartitionHasItsOwnOrder() {
        // given
        send(first, 0, 2);
        send(second, 3, 1);

        // when
        producer.conclude(true);

        // then
        assertThat(findings.kept())
                .extracting(Finding::toString)
                .containsExactly("out of order, before the topic: in/1/1, sent as run/1/1");
    }

    private void send(AuditedPartition partition, long... sequences) {
        for (int offset = 0; offset < sequences.length; offset++) {
            producer.sent(sequences[offset], partition, offset);
        }
    }
}
