package io.kstash.engine.plan;

import io.kstash.engine.OutputRouter;
import io.kstash.engine.PlannedOutput;
import io.kstash.engine.condition.ConditionCompiler;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Plans the output section: which events go to which output. */
final class OutputSectionPlanner<O> {
    private final ConditionCompiler conditions;
    private final Function<PluginNode, Optional<PlannedOutput<O>>> outputs;
    private final List<PlannedOutput<O>> all = new ArrayList<>();

    OutputSectionPlanner(ConditionCompiler conditions, Function<PluginNode, Optional<PlannedOutput<O>>> outputs) {
        this.conditions = conditions;
        this.outputs = outputs;
    }

    OutputRouter<O> plan(List<Statement> statements) {
        return new OutputRouter<>(nodes(statements));
    }

    /** All outputs that were planned, in the order of the text. */
    List<PlannedOutput<O>> all() {
        return List.copyOf(all);
    }

    private List<OutputRouter.Node<O>> nodes(List<Statement> statements) {
        List<OutputRouter.Node<O>> nodes = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Branch branch) {
                nodes.add(fork(branch));
            } else if (statement instanceof PluginNode node) {
                outputs.apply(node).ifPresent(output -> {
                    all.add(output);
                    nodes.add(new OutputRouter.Leaf<>(output));
                });
            }
        }
        return nodes;
    }

    private OutputRouter.Node<O> fork(Branch branch) {
        List<OutputRouter.Arm<O>> arms = branch.arms().stream()
                .map(arm -> new OutputRouter.Arm<>(
                        conditions.compile(arm.condition()),
                        arm.condition().span().start(),
                        nodes(arm.statements())))
                .toList();
        return new OutputRouter.Fork<>(arms, nodes(branch.otherwise()));
    }
}
