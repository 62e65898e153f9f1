package io.kstash.fuzz;

import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.load.PipelineLoader;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Repeats a piece of a pipeline: eight times the text may take more than eight times the time, but not sixty-four. */
final class GrowthTarget implements Target {
    private static final int REPEATS = 200;
    private static final int FACTOR = 8;
    private static final double MOST_GROWTH = 32;
    private static final long NEGLIGIBLE_NANOS = Duration.ofMillis(400).toNanos();

    private final Corpus corpus;
    private final PipelineLoader loader = new PipelineLoader(Map.of(), true);

    GrowthTarget(Corpus corpus) {
        this.corpus = corpus;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Attempt attempt(Random random) {
        String pipeline = corpus.any(random).pipeline();
        int start = random.nextInt(pipeline.length());
        int end = Math.min(pipeline.length(), start + 1 + random.nextInt(30));
        String head = pipeline.substring(0, start);
        String piece = pipeline.substring(start, end);
        String tail = pipeline.substring(end);
        return new Attempt("repeat <" + piece + "> in " + pipeline, () -> requireModestGrowth(head, piece, tail));
    }

    private void requireModestGrowth(String head, String piece, String tail) {
        String large = head + piece.repeat(REPEATS * FACTOR) + tail;
        if (nanos(large) < NEGLIGIBLE_NANOS) {
            return;
        }
        long small = fastest(head + piece.repeat(REPEATS) + tail);
        long grown = fastest(large);
        if (grown > MOST_GROWTH * small && grown > NEGLIGIBLE_NANOS) {
            throw new IllegalStateException(FACTOR + " times the text took " + grown / small + " times as long: "
                    + Duration.ofNanos(grown).toMillis() + " ms");
        }
    }

    private long fastest(String text) {
        return LongStream.range(0, 3).map(ignored -> nanos(text)).min().orElseThrow();
    }

    private long nanos(String text) {
        return CpuTime.of(() -> loader.check(PipelineSource.of("growth.conf", text)))
                .toNanos();
    }
}
