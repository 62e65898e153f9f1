package io.kstash.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FuzzerTest {
    private static final Path CORPUS = Path.of("../../transformer-app/src/test/resources/conformance");

    private final List<String> findings = new ArrayList<>();

    /** A thousand attempts, always the same; or others for as long as {@code -Dkstash.fuzz.seconds=600} says. */
    @Test
    void nothingBreaksHangsOrBlowsUp() throws Exception {
        long seconds = Long.getLong("kstash.fuzz.seconds", 0);
        long seed = Long.getLong("kstash.seed", seconds == 0 ? 1 : System.nanoTime());
        System.out.println("The attempts are those of -Dkstash.seed=" + seed);
        Fuzzer fuzzer = new Fuzzer(targets(Corpus.read(CORPUS)), seed, Fuzzer.LIMIT, finding -> {
            System.out.println(finding);
            findings.add(finding);
        });

        Fuzzer.Result result = fuzzer.run(seconds == 0 ? times(1000) : seconds(seconds));

        System.out.println(result);
        assertThat(findings).isEmpty();
        assertThat(result.attempts()).isPositive();
    }

    @Test
    void anExceptionAndAnOverflowingStackAreFound() throws Exception {
        Fuzzer fuzzer = new Fuzzer(
                List.of(
                        target("thrower", () -> {
                            throw new IllegalStateException("broken");
                        }),
                        target("deep", FuzzerTest::recurse)),
                1,
                Fuzzer.LIMIT,
                findings::add);

        Fuzzer.Result result = fuzzer.run(times(2));

        assertThat(result).isEqualTo(new Fuzzer.Result(2, 2));
        assertThat(findings.get(0))
                .startsWith("thrower: java.lang.IllegalStateException: broken at io.kstash.fuzz.FuzzerTest")
                .endsWith("\nthe input");
        assertThat(findings.get(1)).startsWith("deep: java.lang.StackOverflowError");
    }

    @Test
    void workWithoutEndIsFoundByItsCpuTimeAndWaitingIsNot() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Target spinner = target("spinner", () -> {
            while (!ended.get()) {
                Thread.onSpinWait();
            }
        });
        Target waiter = target(
                "waiter", () -> LockSupport.parkNanos(Duration.ofMillis(500).toNanos()));
        Fuzzer fuzzer = new Fuzzer(List.of(spinner, waiter), 1, Duration.ofMillis(200), findings::add);

        fuzzer.run(times(2));
        ended.set(true);

        assertThat(findings).containsExactly("spinner: no end within 200 ms of CPU time\nthe input");
    }

    @SuppressWarnings("InfiniteRecursion") // That is what is to be found.
    private static void recurse() {
        recurse();
    }

    private static List<Target> targets(Corpus corpus) {
        return List.of(
                PipelineTarget.spoiledPipelines(corpus),
                PipelineTarget.spoiledEvents(corpus),
                new CodecTarget(corpus),
                new TemplateTarget(corpus),
                new GrowthTarget(corpus));
    }

    private static Target target(String name, Runnable work) {
        return new Target() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Attempt attempt(Random random) {
                return new Attempt("the input", work);
            }
        };
    }

    private static BooleanSupplier seconds(long count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(count);
        return () -> System.nanoTime() - end < 0;
    }

    private static BooleanSupplier times(int count) {
        Iterator<Integer> left = IntStream.range(0, count).iterator();
        return () -> {
            boolean more = left.hasNext();
            if (more) {
                left.next();
            }
            return more;
        };
    }
}
