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
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plans the output section: which events go to which output. */
final class OutputSectionPlanner<O> {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ConditionCompiler conditions;
    private final BiFunction<PluginNode, List<String>, Optional<PlannedOutput<O>>> outputs;
    private final List<PlannedOutput<O>> all = new ArrayList<>();

    OutputSectionPlanner(
            ConditionCompiler conditions, BiFunction<PluginNode, List<String>, Optional<PlannedOutput<O>>> outputs) {
        this.conditions = conditions;
        this.outputs = outputs;
    }

    OutputRouter<O> plan(List<Statement> statements) {
        return new OutputRouter<>(nodes(statements, List.of()));
    }

    /** All outputs that were planned, in the order of the text. */
    List<PlannedOutput<O>> all() {
        return List.copyOf(all);
    }

    /** @param wanted what holds for an event that comes here, {@link PlannedOutput#conditions} */
    private List<OutputRouter.Node<O>> nodes(List<Statement> statements, List<String> wanted) {
        List<OutputRouter.Node<O>> nodes = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Branch branch) {
                nodes.add(fork(branch, wanted));
            } else if (statement instanceof PluginNode node) {
                outputs.apply(node, wanted).ifPresent(output -> {
                    all.add(output);
                    nodes.add(new OutputRouter.Leaf<>(output));
                });
            }
        }
        return nodes;
    }

    private OutputRouter.Node<O> fork(Branch branch, List<String> wanted) {
        List<OutputRouter.Arm<O>> arms = new ArrayList<>();
        List<String> unlessBefore = wanted;
        for (Branch.Arm arm : branch.arms()) {
            String condition = BLANKS.matcher(arm.condition().span().text()).replaceAll(" ");
            arms.add(new OutputRouter.Arm<>(
                    conditions.compile(arm.condition()),
                    arm.condition().span().start(),
                    nodes(arm.statements(), with(unlessBefore, condition))));
            unlessBefore = with(unlessBefore, "not (" + condition + ")");
        }
        return new OutputRouter.Fork<>(arms, nodes(branch.otherwise(), unlessBefore));
    }

    private static List<String> with(List<String> wanted, String condition) {
        return Stream.concat(wanted.stream(), Stream.of(condition)).toList();
    }
}
