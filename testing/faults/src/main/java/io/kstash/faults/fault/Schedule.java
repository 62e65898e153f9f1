package io.kstash.faults.fault;

import io.kstash.faults.flow.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong in a run, and when. The same seed always gives the same.
 *
 * @param producers how many send
 * @param partitions of the input topic
 * @param instances how many transformers run at first
 * @param strikes in the order of time
 */
public record Schedule(int producers, int partitions, int instances, List<Strike> strikes) {
    private static final int FEWEST = 5;
    private static final int MOST = 10;

    public Schedule {
        strikes = List.copyOf(strikes);
    }

    /**
     * A fault in its place.
     *
     * @param at after the start of the flow
     */
    public record Strike(Duration at, Fault fault) {
        @Override
        public String toString() {
            return "%.1f s: %s".formatted(at.toMillis() / 1e3, fault.text());
        }
    }

    /**
     * Draws one.
     *
     * @param length within which all faults begin
     */
    public static Schedule draw(long seed, Duration length) {
        Random random = new Random(seed); // Its numbers are specified, and will be the same in the next Java.
        int producers = 1 + random.nextInt(3);
        int partitions = 2 + random.nextInt(4);
        int instances = 1 + random.nextInt(Flow.MOST_INSTANCES);
        List<Fault> deck = Deck.shuffled(random);
        List<Strike> strikes = new ArrayList<>();
        int count = FEWEST + random.nextInt(MOST - FEWEST + 1);
        for (Fault fault : deck.subList(0, count)) {
            strikes.add(new Strike(Duration.ofMillis(random.nextInt((int) length.toMillis())), fault));
        }
        strikes.sort(Comparator.comparing(Strike::at));
        return new Schedule(producers, partitions, instances, strikes);
    }
}
