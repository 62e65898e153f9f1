package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.ExitCode;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What looks unusual and is right: nothing is found, and each record is counted as what it became. */
@Timeout(30)
class AuditOutcomesTest {
    @RegisterExtension
    final FlowOnKafka flow = new FlowOnKafka(Path.of("/nowhere"), 2, 2);

    @Test
    void recordsThatBecomeSeveralOrNone() throws Exception {
        // given
        flow.send(0, 1, 2, 3, 4);
        LedgerOutput letters = new LedgerOutput(LedgerOutput.Kind.TOPIC, "", flow.name + "-dead-letters");
        flow.transaction()
                .account(0, 0, FlowOnKafka.emitted(3, flow.output))
                .write(flow.output, 0, 0, 0, 0)
                .write(flow.output, 0, 0, 1, 0)
                .write(flow.output, 0, 0, 2, 0)
                .account(0, 1, new Outcome(List.of(), 1, 0))
                .account(0, 2, FlowOnKafka.emitted(1))
                .account(0, 3, new Outcome(List.of(), 0, 2))
                .write(letters, 0, 3, 0, 0)
                .write(letters, 0, 3, 1, 0)
                .account(0, 4, FlowOnKafka.emitted(1, flow.output))
                .put(flow.output.name(), 0, flow.source(0, 4, 0), null)
                .commit(5);

        // when
        JsonNode report = audit();

        // then
        JsonNode producer = report.path("producers").get(0);
        assertThat(producer.path("sent").asLong()).isEqualTo(5);
        assertThat(producer.path("transformed").asLong()).isEqualTo(5);
        assertThat(producer.path("delivered").get(0).asLong()).isEqualTo(2);
        assertThat(producer.path("dropped").asLong()).isEqualTo(1);
        assertThat(producer.path("notSelected").asLong()).isEqualTo(1);
        assertThat(producer.path("deadLetters").asLong()).isEqualTo(1);
        assertThat(report.path("outputs").get(0).path("found").asLong()).isEqualTo(4);
        assertThat(report.path("outputs").get(1).path("found").asLong()).isEqualTo(2);
        assertThat(report.path("notes"))
                .extracting(JsonNode::asText)
                .contains("1 record is a dead letter, in topic " + flow.name
                        + "-dead-letters: scripts/transformer dead-letters list -f " + flow.name + ".conf tells why");
    }

    @Test
    void gapsOfTransactionsInTheInputAndOutputThatWasGivenUp() throws Exception {
        // given
        flow.send(0);
        flow.abortInInput(2);
        long next = flow.send(0, Map.of(FlowOnKafka.PRODUCER, "run/1/1"));
        flow.transaction().emit(0, next).abort();

        // when
        flow.transaction().emit(0, next).commit(next + 1);

        // then
        assertThat(audit().path("records").asLong()).isEqualTo(2);
    }

    @Test
    void orderIsKeptForEachPartitionOfTheInputWithinEachOfTheOutput() throws Exception {
        // given
        for (int sequence = 0; sequence < 2; sequence++) {
            flow.send(0, Map.of(FlowOnKafka.PRODUCER, "run/1/" + sequence));
            flow.send(1, Map.of(FlowOnKafka.PRODUCER, "run/2/" + sequence));
        }
        FlowOnKafka.Transaction transaction = flow.transaction();
        for (int partition = 0; partition < 2; partition++) {
            transaction.account(partition, 0, FlowOnKafka.emitted(1, flow.output));
            transaction.account(partition, 1, FlowOnKafka.emitted(1, flow.output));
        }

        // when
        transaction
                .write(flow.output, 1, 1, 0, 1)
                .write(flow.output, 0, 0, 0, 0)
                .write(flow.output, 1, 0, 0, 0)
                .write(flow.output, 0, 1, 0, 0)
                .commit(Map.of(0, 2L, 1, 2L));

        // then
        assertThat(audit().path("producers")).hasSize(2);
    }

    @Test
    void whatIsOnItsWayIsNotLost() throws Exception {
        // given
        flow.send(0, 1, 2);
        flow.send(1, Map.of());

        // when
        flow.transaction().emit(0).deliver(1).commit(2);

        // then
        JsonNode report = audit();
        assertThat(report.path("inFlight").asLong()).isEqualTo(3);
        assertThat(report.path("verdict").asText())
                .isEqualTo("lost 0, doubled 0, out of order 0: every one of 4 records is accounted for (3 in flight)");
    }

    /** As after a kill -9 of one of two transformers, until Kafka gives up its transaction. */
    @Test
    void whatIsHiddenBehindAnOpenTransactionIsNotLost() throws Exception {
        // given
        flow.send(0, 1);
        Runnable giveUp = flow.openTransactionInOutput();
        flow.transaction().emit(0, 1).commit(2);

        // when
        CompletableFuture<JsonNode> report = CompletableFuture.supplyAsync(this::audit);
        assertThat(report).failsWithin(Duration.ofSeconds(2)).withThrowableOfType(TimeoutException.class);
        giveUp.run();

        // then
        assertThat(report.get(10, TimeUnit.SECONDS)
                        .path("outputs")
                        .get(0)
                        .path("found")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void aRecordThatIsSentBackFromTheDeadLettersIsNotDoubled() throws Exception {
        // given
        flow.send(0, 1);

        // when
        flow.send(0, Map.of(FlowOnKafka.PRODUCER, "run/1/0", "kstash.redriven-from", "dead-letters/0/0"));
        flow.transaction().emit(0, 1, 2).commit(3);

        // then
        assertThat(audit().path("producers").get(0).path("redriven").asLong()).isEqualTo(1);
    }

    @Test
    void whatHasExpiredIsNotLost() throws Exception {
        // given
        flow.send(0, 1, 2, 3);
        flow.transaction().emit(0, 1, 2, 3).commit(4);

        // when
        flow.deleteBelow(flow.output.name(), 0, 2);
        flow.deleteBelow(flow.input, 0, 1);

        // then
        JsonNode output = audit().path("outputs").get(0);
        assertThat(output.path("found").asLong()).isEqualTo(2);
        assertThat(output.path("expired").asLong()).isEqualTo(2);
    }

    @Test
    void theAuditBeginsWhereTheLedgerDoes() throws Exception {
        // given
        flow.put(flow.output.name(), 0, Map.of());
        flow.send(0, 1, 2);

        // when
        flow.transaction().emit(2).commit(3);

        // then
        JsonNode report = audit();
        assertThat(report.path("records").asLong()).isEqualTo(1);
        assertThat(report.path("notes"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        flow.input + "/0 is audited from offset 2, where the ledger begins",
                        "1 records in topic " + flow.output.name()
                                + " are not of this pipeline's ledger: they were there before, or are another pipeline's");
    }

    @Test
    void twoOutputsInOneTopicAreToldApart() throws Exception {
        // given
        LedgerOutput second = new LedgerOutput(LedgerOutput.Kind.TOPIC, "kafka_2", flow.output.name());
        flow.send(0);

        // when
        flow.transaction()
                .account(0, 0, FlowOnKafka.emitted(1, flow.output, second))
                .write(flow.output, 0, 0, 0, 0)
                .write(second, 0, 0, 0, 0)
                .commit(1);

        // then
        assertThat(audit().path("outputs")).hasSize(2);
    }

    private JsonNode audit() {
        List<String> lines = AuditRun.lines(flow, ExitCode.OK, "--json");
        try {
            return new ObjectMapper().readTree(lines.get(0));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
