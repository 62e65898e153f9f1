package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
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
    void drawsInPlaceOnATerminalWithTheTimeAndLeavesWhatIsAbove() throws InterruptedException {
        // when
        watch(true).repeat(stop);

        // then
        int lines = ReportText.of(report(0)).size() + 2;
        String[] drawings = text().split(Pattern.quote("\033[" + lines + "A\r\033[J"), -1);
        assertThat(drawings).hasSize(3);
        assertThat(drawings[0])
                .matches("(?s)\033\\[\\?7lAs of \\d{4}-\\S+Z, until Ctrl-C:\n\n.*lost 0, .*\n\033\\[\\?7h");
        assertThat(drawings[1]).contains("lost 1, ");
        assertThat(drawings[2])
                .as("once more, to the ends of its lines")
                .isEqualTo(drawings[1].replace("\033[?7l", "").replace("\033[?7h", ""));
        assertThat(text()).doesNotContain("\033[2J", "\033[3J");
    }

    @Test
    void elsewhereALineTellsThatSomethingHasChanged() throws InterruptedException {
        // given
        ReportOutput output = new ReportOutput(stream(), false, true, false);

        // when
        List.of(0, 0, 1, 1, 0).forEach(lost -> output.print(report(lost), Instant.EPOCH));
        output.end();

        // then
        assertThat(text().lines())
                .extracting(line -> line.substring(0, 27))
                .containsExactly(
                        "1970-01-01T00:00:00Z lost 0", "1970-01-01T00:00:00Z lost 1", "1970-01-01T00:00:00Z lost 0");
    }

    /** All is well at first, then one is lost, then the stop comes in the middle of an audit. */
    private AuditWatch watch(boolean terminal) {
        return new AuditWatch(
                () -> {
                    if (++audits > 2) {
                        stop.request();
                        throw new StoppedException();
                    }
                    return report(audits - 1);
                },
                new ReportOutput(stream(), false, true, terminal));
    }

    private PrintStream stream() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static AuditReport report(long lost) {
        return new AuditReport("p", 4, lost, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), 0, List.of());
    }
}
