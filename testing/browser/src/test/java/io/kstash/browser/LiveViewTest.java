package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The live view of a topic into which 5,000 records come a second. With {@code -Dkstash.frames=true} it says how fluid that was
 * ({@code docs/console/measure-live}); what is tested is the work that it takes, since the time between frames is the machine's, too.
 */
@Timeout(90)
class LiveViewTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration WATCHED = Duration.ofSeconds(Boolean.getBoolean("kstash.frames") ? 20 : 5);
    private static final double MOST_CPU = 0.4;

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final Flow flow = new Flow();

    @Test
    void aFastTopicLeavesThePageTimeForItsReader() throws Exception {
        try (Launched producer = flow.start(
                "producer",
                "--bootstrap-server",
                flow.bootstrapServers(),
                "--topic",
                "fast",
                "--producers",
                "1",
                "--rate",
                "5k",
                "--count",
                "0")) {
            // given
            producer.await("(1 producer)");
            browser.open(flow.page("topics/fast?live=yes"));
            browser.awaitText("[role=status]", "left out", SOON);
            browser.driver().executeCdpCommand("Performance.enable", Map.of());

            // when
            watchFrames();
            double before = cpuSeconds();
            await().pollDelay(WATCHED).atMost(WATCHED.plus(SOON)).until(() -> true);
            double cpu = (cpuSeconds() - before) / WATCHED.toSeconds();

            // then
            if (Boolean.getBoolean("kstash.frames")) {
                System.out.println("CPU " + Math.round(cpu * 100) + " % of a core; " + frames());
            }
            assertThat(cpu).isLessThan(MOST_CPU);
            assertThat(browser.one("[role=status]").getText())
                    .matches("[\\d,]+ records came in, [\\d,]+ of them left out");
        }
    }

    private static void watchFrames() {
        browser.run("window.frames_ = []; (function frame(now) { frames_.push(now); requestAnimationFrame(frame); })"
                + "(performance.now())");
    }

    private static Object frames() {
        return browser.run("""
                const gaps = frames_.slice(1).map((now, i) => now - frames_[i]).sort((a, b) => a - b);
                const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))].toFixed(1) + " ms";
                return (1000 * gaps.length / (frames_.at(-1) - frames_[0])).toFixed(1) + " frames a second; between two p50 "
                  + at(0.5) + ", p99 " + at(0.99) + ", at most " + at(1);
                """);
    }

    /** Of the page's process, since it began. */
    @SuppressWarnings("unchecked")
    private static double cpuSeconds() {
        List<Map<String, Object>> metrics = (List<Map<String, Object>>) browser.driver()
                .executeCdpCommand("Performance.getMetrics", Map.of())
                .get("metrics");
        return metrics.stream()
                .filter(metric -> "ProcessTime".equals(metric.get("name")))
                .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
