package io.kstash.faults.fault;

import io.kstash.faults.flow.Flow;
import io.kstash.faults.flow.Member;
import io.kstash.faults.flow.TornFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that goes wrong for a while. Faults may overlap. */
public sealed interface Fault {
    /** What it counts as in the table. */
    String kind();

    /** How long it lasts; zero for what is only a moment. */
    Duration length();

    /** For a person to read. */
    default String text() {
        return length().isZero() ? kind() : "%s, %.1f s".formatted(kind(), length().toMillis() / 1e3);
    }

    /** Lets it go wrong; empty if there is nothing that it could strike. */
    Optional<Recovery> strike(Flow flow) throws InterruptedException;

    /** An app dies by kill -9, and is started again. */
    record Kill(Target target, Duration length) implements Fault {
        @Override
        public String kind() {
            return "kill -9 of " + target.app();
        }

        @Override
        public Optional<Recovery> strike(Flow flow) throws InterruptedException {
            Optional<Member> struck = target.of(flow);
            if (struck.isPresent()) {
                struck.get().kill();
            }
            return struck.map(member -> member::start);
        }
    }

    /** An app is asked to end, and is started again, as in an upgrade. */
    record Terminate(Target target, Duration length) implements Fault {
        @Override
        public String kind() {
            return "SIGTERM of " + target.app();
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            Optional<Member> struck = target.of(flow);
            struck.ifPresent(Member::terminate);
            return struck.map(member -> member::start);
        }
    }

    /** An app sleeps in the middle of its work, and wakes up as if nothing had happened. */
    record Freeze(Target target, Duration length) implements Fault {
        @Override
        public String kind() {
            return "pause of " + target.app();
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            Optional<Member> struck = target.of(flow);
            struck.ifPresent(Member::freeze);
            return struck.map(member -> member::thaw);
        }
    }

    /** Another transformer joins the group, and stays. */
    record Join() implements Fault {
        @Override
        public String kind() {
            return "instance joins";
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            Optional<Member> idle = flow.allTransformers().stream()
                    .filter(transformer -> !transformer.isWanted())
                    .findFirst();
            idle.ifPresent(Member::start);
            return idle.map(member -> Recovery.NONE);
        }
    }

    /** A transformer leaves for good; the last one stays. */
    record Leave(int which) implements Fault {
        @Override
        public String kind() {
            return "instance leaves";
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            List<Member> running = flow.transformers();
            if (running.size() < 2) {
                return Optional.empty();
            }
            running.get(which % running.size()).terminate();
            return Optional.of(Recovery.NONE);
        }
    }

    /** Kafka cannot be reached by anybody. */
    record CutOff(boolean silent, Duration length) implements Fault {
        @Override
        public String kind() {
            return silent ? "broker silent" : "broker unreachable";
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            if (silent) {
                flow.proxy().hold();
            } else {
                flow.proxy().refuse();
            }
            return Optional.of(flow.proxy()::letThrough);
        }
    }

    /** There is no room for another byte of the files. */
    record FullDisk(Duration length) implements Fault {
        @Override
        public String kind() {
            return "disk full";
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            if (!flow.disk().canBeFilled()) {
                return Optional.empty();
            }
            flow.disk().fill();
            return Optional.of(flow.disk()::free);
        }
    }

    /** All transformers die at once, and of what they wrote after the last sync only a part is there. */
    record PowerLoss(long seed, Duration length) implements Fault {
        @Override
        public String kind() {
            return "power loss";
        }

        @Override
        public Optional<Recovery> strike(Flow flow) throws InterruptedException {
            List<Member> running = flow.transformers();
            for (Member transformer : flow.allTransformers()) {
                transformer.kill(); // Also one that is about to end.
            }
            new TornFiles(seed).tear(flow.plan().files());
            return Optional.of(() -> running.forEach(Member::start));
        }
    }

    /** A record that no pipeline likes. */
    record Poison(PoisonKind what) implements Fault {
        @Override
        public String kind() {
            return "poison: " + what.description();
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Recovery> strike(Flow flow) {
            flow.poison(List.of(what.line()));
            return Optional.of(Recovery.NONE);
        }
    }
}
