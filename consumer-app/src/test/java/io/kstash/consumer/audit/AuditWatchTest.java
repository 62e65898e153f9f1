package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AuditWatchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private int audits;

    @Test
    void printsALineForEachAuditUntilItIsStoppedAndAnswersWhatTheLastOneFound() throws InterruptedException {
        // when
        boolean holds = watch(false).repeat(stop);

        // then
        assertThat(holds).isFalse();
        assertThat(text().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("\\d{4}-.*Z lost 0, doubled 0, out of order 0: every one of 4 .*"),
                        line -> assertThat(line)
                                .matches("\\d{4}-.*Z lost 1, doubled 0, out of order 0: NOT every one of 4 .*"));
    }

    @Test
    void drawsAnewOnATerminal() throws InterruptedException {
        // when
        watch(true).repeat(stop);

        // then
        assertThat(text().split("\033\\[H\033\\[2J\033\\[3J", -1)).hasSize(3);
    }

    /** All is well at first, then one is lost, then the stop comes in the middle of an audit. */
    private AuditWatch watch(boolean terminal) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new AuditWatch(
                () -> {
                    if (++audits > 2) {
                        stop.request();
                        throw new StoppedException();
                    }
                    return report(audits - 1);
                },
                new ReportOutput(stream, false, true, terminal));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static AuditReport report(long lost) {
        return new AuditReport("p", 4, lost, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), 0, List.of());
    }
}
