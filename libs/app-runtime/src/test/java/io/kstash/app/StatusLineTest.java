package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void redrawsOnATerminalAndMakesRoomForMessages() {
        // given
        StatusLine status = new StatusLine(out, true);

        // when
        await().atMost(Duration.ofSeconds(2)).until(() -> {
            status.show("sent 1");
            return written.size() > 0;
        });
        status.message("problem");

        // then
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\r\033[Ksent 1\r\033[Kproblem\n");
    }

    @Test
    void saysNothingAtOnceWhereNobodyLooks() {
        // given
        StatusLine status = new StatusLine(out, false);

        // when
        status.show("sent 1");
        status.clear();

        // then
        assertThat(written.size()).isZero();
    }
}
