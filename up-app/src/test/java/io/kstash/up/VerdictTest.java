package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void holdsWhenEveryPlaceHasWhatWasAskedFor() {
        Verdict verdict = new Verdict(20, counts(20, 20, 20, 20));

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.lines())
                .containsExactly(
                        "  sent         20  topic in",
                        "  transformed  20  topic out",
                        "  written      20  file /data/out.log",
                        "  consumed     20  group group_a",
                        "All 20 records delivered");
    }

    @Test
    void namesEachPlaceThatDiffers() {
        Verdict verdict = new Verdict(20, counts(20, 21, 19, 20));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines())
                .endsWith("NOT all delivered: asked for 20, but transformed 21 (topic out),"
                        + " written 19 (file /data/out.log)");
    }

    @Test
    void doesNotHoldWhenTooFewWereSentAndAllOfThemArrived() {
        Verdict verdict = new Verdict(20, counts(18, 18, 18, 18));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines()).last().asString().startsWith("NOT all delivered: asked for 20, but sent 18");
    }

    private static Counts counts(long sent, long transformed, long written, long consumed) {
        return new Counts(
                "in",
                sent,
                new TreeMap<>(Map.of("out", transformed)),
                new TreeMap<>(Map.of(Path.of("/data/out.log"), written)),
                new TreeMap<>(Map.of("group_a", consumed)));
    }
}
