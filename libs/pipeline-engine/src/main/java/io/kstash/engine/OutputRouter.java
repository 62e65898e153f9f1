package io.kstash.engine;

import io.kstash.engine.condition.Condition;
import io.kstash.engine.condition.ConditionException;
import io.kstash.event.Event;
import io.kstash.event.Timestamp;
import io.kstash.language.source.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The output section: says which outputs an event goes to.
 *
 * @param <O> what an output is for the host
 */
public final class OutputRouter<O> {
    private final List<Node<O>> nodes;
    /** The outputs of every event; null where conditions decide. */
    private final @Nullable List<PlannedOutput<O>> always;

    public OutputRouter(List<Node<O>> nodes) {
        this.nodes = List.copyOf(nodes);
        this.always =
                nodes.stream().allMatch(Leaf.class::isInstance) ? chosen(Event.at(Timestamp.ofEpochMilli(0))) : null;
    }

    /**
     * The outputs that the event goes to, in the order of the pipeline.
     *
     * @throws UndecidableRouteException where a condition cannot be evaluated: then the event goes nowhere
     */
    public List<PlannedOutput<O>> route(Event event) {
        return always == null ? chosen(event) : always;
    }

    private List<PlannedOutput<O>> chosen(Event event) {
        List<PlannedOutput<O>> chosen = new ArrayList<>(nodes.size());
        nodes.forEach(node -> node.route(event, chosen::add));
        return chosen;
    }

    /** A part of the output section. */
    public sealed interface Node<O> {
        void route(Event event, Consumer<PlannedOutput<O>> outputs);
    }

    /** An output that takes every event that comes to it. */
    public record Leaf<O>(PlannedOutput<O> output) implements Node<O> {
        @Override
        public void route(Event event, Consumer<PlannedOutput<O>> outputs) {
            outputs.accept(output);
        }
    }

    /** {@code if}, {@code else if} and {@code else}. */
    public record Fork<O>(List<Arm<O>> arms, List<Node<O>> otherwise) implements Node<O> {
        @Override
        public void route(Event event, Consumer<PlannedOutput<O>> outputs) {
            choose(event).forEach(node -> node.route(event, outputs));
        }

        private List<Node<O>> choose(Event event) {
            for (Arm<O> arm : arms) {
                if (arm.holdsFor(event)) {
                    return arm.nodes;
                }
            }
            return otherwise;
        }
    }

    /**
     * A condition and what is behind it.
     *
     * @param place where the condition stands in the pipeline
     */
    public record Arm<O>(Condition condition, SourcePosition place, List<Node<O>> nodes) {
        private boolean holdsFor(Event event) {
            try {
                return condition.test(event);
            } catch (ConditionException undecidable) {
                throw new UndecidableRouteException(StageFailure.of("condition", place, undecidable));
            }
        }
    }
}
