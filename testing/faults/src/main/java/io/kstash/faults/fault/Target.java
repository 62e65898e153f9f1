package io.kstash.faults.fault;

import io.kstash.faults.flow.Flow;
import io.kstash.faults.flow.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which app a fault strikes.
 *
 * @param which of those that run, if there are several
 */
public record Target(App app, int which) {
    /** The member that is struck; empty if none of this kind is running. */
    Optional<Member> of(Flow flow) {
        List<Member> running =
                app.members(flow).stream().filter(Member::isWanted).toList();
        return running.isEmpty() ? Optional.empty() : Optional.of(running.get(which % running.size()));
    }

    /** The apps of a flow. */
    public enum App {
        BROKER {
            @Override
            List<Member> members(Flow flow) {
                return List.of(flow.broker());
            }
        },
        PRODUCER {
            @Override
            List<Member> members(Flow flow) {
                return List.of(flow.producer());
            }
        },
        TRANSFORMER {
            @Override
            List<Member> members(Flow flow) {
                return flow.allTransformers();
            }
        },
        CONSUMER {
            @Override
            List<Member> members(Flow flow) {
                return List.of(flow.consumer());
            }
        };

        abstract List<Member> members(Flow flow);

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
