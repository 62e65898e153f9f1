package io.kstash.faults.fault;

import io.kstash.faults.fault.Target.App;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All faults that a run can meet; what costs most when it goes wrong is in it more often. */
final class Deck {
    /** A little beyond the ten seconds after which Kafka takes a silent member for dead. */
    private static final int BEYOND_SESSION_MS = 11_000;

    /** So that each instance can be meant, whether there are one, two or three. */
    private static final int TURNS = 6;

    private final Random random;
    private final List<Fault> faults = new ArrayList<>();

    private Deck(Random random) {
        this.random = random;
    }

    static List<Fault> shuffled(Random random) {
        Deck deck = new Deck(random);
        deck.addDeaths();
        deck.addPauses();
        deck.addSurroundings();
        Collections.shuffle(deck.faults, random);
        return deck.faults;
    }

    private void addDeaths() {
        for (App app : App.values()) {
            faults.add(new Fault.Kill(target(app), between(0, 4000)));
            faults.add(new Fault.Terminate(target(app), between(0, 4000)));
        }
        faults.add(new Fault.Kill(target(App.TRANSFORMER), between(0, 500)));
        faults.add(new Fault.Kill(target(App.TRANSFORMER), between(0, 12_000)));
        faults.add(new Fault.PowerLoss(random.nextLong(), between(0, 3000)));
        faults.add(new Fault.PowerLoss(random.nextLong(), between(0, 3000)));
    }

    private void addPauses() {
        faults.add(new Fault.Freeze(target(App.TRANSFORMER), between(BEYOND_SESSION_MS, 4000)));
        faults.add(new Fault.Freeze(target(App.TRANSFORMER), between(200, 5000)));
        faults.add(new Fault.Freeze(target(App.CONSUMER), between(BEYOND_SESSION_MS, 4000)));
        faults.add(new Fault.Freeze(target(App.BROKER), between(500, 12_000)));
    }

    private void addSurroundings() {
        faults.add(new Fault.CutOff(false, between(500, 8000)));
        faults.add(new Fault.CutOff(true, between(500, 12_000)));
        faults.add(new Fault.FullDisk(between(500, 8000)));
        faults.add(new Fault.Join());
        faults.add(new Fault.Join());
        faults.add(new Fault.Leave(random.nextInt(TURNS)));
        for (PoisonKind kind : PoisonKind.values()) {
            faults.add(new Fault.Poison(kind));
        }
    }

    private Target target(App app) {
        return new Target(app, random.nextInt(TURNS));
    }

    private Duration between(int leastMs, int spreadMs) {
        return Duration.ofMillis(leastMs + random.nextInt(spreadMs));
    }
}
