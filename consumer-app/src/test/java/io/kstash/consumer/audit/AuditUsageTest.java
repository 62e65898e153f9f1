package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaReachability;
import io.kstash.testing.brokers.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class AuditUsageTest {
    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aPipelineWithoutALedgerHasToRunFirst() {
        // when
        int exitCode = execute("-f", "conf/orders.conf", "--bootstrap-server", kafka.bootstrapServers());

        // then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("audit: Pipeline orders has no ledger: there is no topic orders-ledger.")
                .contains("run the pipeline first (scripts/transformer run -f FILE)")
                .doesNotContain("\tat ");
    }

    @Test
    void aPipelineIsNeeded() {
        // when
        int exitCode = execute();

        // then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Missing required option: '--pipeline=PIPELINE'");
    }

    @Test
    void saysThatKafkaIsNotThere() {
        // when
        int exitCode = execute("-f", "orders", "--bootstrap-server", "localhost:1");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.KAFKA_UNAVAILABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("audit: Kafka at localhost:1 did not answer within ");
    }

    private int execute(String... args) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        KafkaReachability impatient = new KafkaReachability(Duration.ofSeconds(5));
        return new AppMain(Map.of(), nowhere, messages).execute(new AuditCommand(impatient, Duration.ZERO), args);
    }
}
