package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody plants is found, named, and makes the exit code 1. */
@Timeout(30)
class AuditFaultsTest {
    @RegisterExtension
    final FlowOnKafka flow = new FlowOnKafka(Path.of("/nowhere"), 2, 1);

    @Test
    void nothingIsWrong() throws Exception {
        // given
        flow.send(0, 1, 2, 3);
        flow.transaction().emit(0, 1).commit(2);
        flow.transaction().emit(2, 3).commit(4);

        // when
        List<String> lines = audit(ExitCode.OK);

        // then
        assertThat(lines).endsWith("lost 0, doubled 0, out of order 0: every one of 4 records is accounted for");
    }

    @Test
    void aGapInTheSequenceOfAProducer() throws Exception {
        // given
        flow.send(0, 1, 4, 5);
        flow.transaction().emit(0, 1, 2, 3).commit(4);

        // when
        List<String> lines = audit(ExitCode.FAILED);

        // then
        assertThat(lines)
                .contains("lost, before the topic: run/1/2 to run/1/3")
                .endsWith("lost 2, doubled 0, out of order 0: NOT every one of 4 records is accounted for");
    }

    @Test
    void aSequenceThatWasSentTwice() throws Exception {
        // given
        flow.send(0, 1, 1, 2);
        flow.transaction().emit(0, 1, 2, 3).commit(4);

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("doubled, before the topic: " + flow.input + "/0/2, sent as run/1/1");
    }

    @Test
    void anInputRecordThatTheLedgerDoesNotHave() throws Exception {
        // given
        flow.send(0, 1, 2, 3);
        flow.transaction().emit(0, 3).commit(4);

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("lost, transformer: " + flow.input + "/0/1..2, sent as run/1/1 to run/1/2")
                .endsWith("lost 2, doubled 0, out of order 0: NOT every one of 4 records is accounted for");
    }

    @Test
    void aRecordThatWasTransformedTwice() throws Exception {
        // given
        flow.send(0, 1);
        flow.transaction().emit(0, 1).commit(2);
        flow.transaction().emit(1).commit(2);

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("doubled, transformer: " + flow.input + "/0/1, sent as run/1/1: the ledger has it twice")
                .endsWith("lost 0, doubled 1, out of order 0: NOT every one of 2 records is accounted for");
    }

    @Test
    void anOutputRecordThatIsMissing() throws Exception {
        // given
        oneOfThreeIsMissing();

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("lost, topic " + flow.output.name() + ": " + flow.input + "/0/1, sent as run/1/1")
                .endsWith("lost 1, doubled 0, out of order 0: NOT every one of 3 records is accounted for");
    }

    /** What docs/operations.md says to do: the group was reset to the first of them. */
    @Test
    void whatIsWorkedOnAgainIsNoLongerLostButLateAndTheRestWasWorkedOnTwice() throws Exception {
        // given
        oneOfThreeIsMissing();

        // when
        flow.transaction().emit(1, 2).commit(3);

        // then
        assertThat(audit(ExitCode.FAILED))
                .contains("doubled, transformer: " + flow.input
                        + "/0/1..2, sent as run/1/1 to run/1/2: the ledger has it twice")
                .endsWith("lost 0, doubled 2, out of order 1: NOT every one of 3 records is accounted for");
    }

    @Test
    void aDeliveryThatIsMissing() throws Exception {
        // given
        flow.send(0, 1);
        flow.transaction()
                .account(0, 0, FlowOnKafka.emitted(1, flow.file))
                .account(0, 1, FlowOnKafka.emitted(1, flow.file))
                .write(flow.file, 0, 1, 0, 0)
                .commit(2);

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("lost, topic " + flow.name + "-deliveries: " + flow.input + "/0/0, sent as run/1/0");
    }

    @Test
    void aRecordThatIsInTheOutputTwice() throws Exception {
        // given
        flow.send(0, 1);
        flow.transaction().emit(0, 1).commit(2);
        long copy = flow.put(flow.output.name(), 0, flow.source(0, 0, 0));

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("doubled, topic " + flow.output.name() + ": " + flow.input + "/0/0, sent as run/1/0, at "
                        + flow.output.name() + "/0/" + copy)
                .endsWith("lost 0, doubled 1, out of order 0: NOT every one of 2 records is accounted for");
    }

    @Test
    void recordsThatNothingAccountsFor() throws Exception {
        // given
        flow.send(0, 1);
        flow.transaction().emit(0, 1).commit(2);
        flow.put(flow.output.name(), 0, flow.source(0, 7, 0));
        flow.put(flow.output.name(), 0, flow.source(0, 1, 1));
        flow.put(flow.output.name(), 0, Map.of("kstash.source", "nowhere/0/0/0"));
        flow.put(flow.output.name(), 0, Map.of());

        // when
        List<String> lines = audit(ExitCode.FAILED);

        // then
        String stage = "unexpected, topic " + flow.output.name() + ": ";
        String place = flow.output.name() + "/0/";
        assertThat(lines)
                .contains(
                        stage + place + "3: there is no input record " + flow.input + "/0/7/0",
                        stage + flow.input + "/0/1, event 1, sent as run/1/1, at " + place + "4",
                        stage + place + "5: there is no input record nowhere/0/0/0",
                        stage + place + "6: it has no header kstash.source that says what it was made of")
                .endsWith(
                        "lost 0, doubled 0, out of order 0, unexpected 4: NOT every one of 2 records is accounted for");
    }

    @Test
    void recordsThatAreSwapped() throws Exception {
        // given
        flow.send(0, 1, 2);
        flow.transaction()
                .account(0, 0, FlowOnKafka.emitted(1, flow.output))
                .account(0, 1, FlowOnKafka.emitted(1, flow.output))
                .write(flow.output, 0, 1, 0, 0)
                .write(flow.output, 0, 0, 0, 0)
                .emit(2)
                .commit(3);

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .contains("out of order, topic " + flow.output.name() + ": " + flow.input + "/0/0, sent as run/1/0, at "
                        + flow.output.name() + "/0/1")
                .endsWith("lost 0, doubled 0, out of order 1: NOT every one of 3 records is accounted for");
    }

    @Test
    void whatIsNoEntryOfTheLedger() throws Exception {
        // given
        flow.send(0);
        flow.transaction().emit(0).commit(1);
        flow.put(flow.name + "-ledger", 0, Map.of());

        // when, then
        assertThat(audit(ExitCode.FAILED))
                .anyMatch(line -> line.matches("unexpected, ledger: .*-ledger/0/2: it is no entry of a ledger"));
    }

    @Test
    void asJson() throws Exception {
        // given
        oneOfThreeIsMissing();

        // when
        JsonNode report =
                new ObjectMapper().readTree(audit(ExitCode.FAILED, "--json").get(0));

        // then
        assertThat(report.path("lost").asLong()).isEqualTo(1);
        assertThat(report.path("doubled").asLong()).isZero();
        assertThat(report.path("outOfOrder").asLong()).isZero();
        JsonNode finding = report.path("findings").get(0);
        assertThat(finding.path("stage").asText()).isEqualTo("topic " + flow.output.name());
        assertThat(finding.path("first").asText()).isEqualTo("run/1/1");
        JsonNode producer = report.path("producers").get(0);
        assertThat(producer.path("producer").asText()).isEqualTo("run/1");
        assertThat(producer.path("delivered").get(0).asLong()).isEqualTo(2);
        assertThat(StreamSupport.stream(report.path("partitions").spliterator(), false))
                .extracting(partition -> partition.path("sent").asLong())
                .containsExactly(3L, 0L);
    }

    /** Record 1 is in the ledger, but not in the output. */
    private void oneOfThreeIsMissing() throws Exception {
        flow.send(0, 1, 2);
        flow.transaction()
                .emit(0)
                .account(0, 1, FlowOnKafka.emitted(1, flow.output))
                .emit(2)
                .commit(3);
    }

    private List<String> audit(int expectedExitCode, String... more) {
        return AuditRun.lines(flow, expectedExitCode, more);
    }
}
