package io.kstash.benchmarks.flames;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameGraphTest {
    @Test
    void aCallIsAsWideAsItsShareAndBelowItsCaller() {
        // given
        StackTree tree = new StackTree();
        tree.add(List.of("thread", "io.kstash.A.run", "java.lang.String.<init>"));
        tree.add(List.of("thread", "io.kstash.A.run"));
        tree.add(List.of("thread", "org.apache.kafka.B.poll"));
        tree.add(List.of("thread", "org.apache.kafka.B.poll"));

        // when
        String svg = new FlameGraph(tree, "A & B").svg();

        // then
        assertThat(svg)
                .contains("A &amp; B, 4 samples")
                .contains("thread: 100.0 %</title><rect x=\"0.0\" y=\"28\" width=\"1199.5\"")
                .contains("io.kstash.A.run: 50.0 %</title><rect x=\"0.0\" y=\"45\" width=\"599.5\"")
                .contains("String.&lt;init&gt;: 25.0 %</title><rect x=\"0.0\" y=\"62\" width=\"299.5\"")
                .contains("org.apache.kafka.B.poll: 50.0 %</title><rect x=\"600.0\" y=\"45\"")
                .contains(">A.run</text>");
    }

    @Test
    void aRecordingGivesTheStacksOfItsThreads(@TempDir Path folder) throws Exception {
        // given
        Path file = folder.resolve("samples.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            work();
            recording.dump(file);
        }

        // when
        StackTree tree = RecordedStacks.read(file);

        // then
        assertThat(tree.samples()).isPositive();
        assertThat(new FlameGraph(tree, "work").svg()).contains("io.kstash.benchmarks.flames.FlameGraphTest.work");
    }

    /** Busy for a second, a hundred times what a sample takes. */
    private static void work() {
        long start = System.nanoTime();
        Random random = new Random(1);
        while (System.nanoTime() - start < 1_000_000_000L) {
            int[] numbers = random.ints(100_000).toArray();
            Arrays.sort(numbers);
            assertThat(numbers[0]).isNegative();
        }
    }
}
