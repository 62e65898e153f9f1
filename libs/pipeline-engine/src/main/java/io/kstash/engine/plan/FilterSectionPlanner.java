package io.kstash.engine.plan;

import io.kstash.engine.BranchStage;
import io.kstash.engine.Decoration;
import io.kstash.engine.FilterStage;
import io.kstash.engine.ObservedStage;
import io.kstash.engine.Stage;
import io.kstash.engine.StageObserver;
import io.kstash.engine.StageSequence;
import io.kstash.engine.Step;
import io.kstash.engine.condition.Condition;
import io.kstash.engine.condition.ConditionCompiler;
import io.kstash.language.source.SourcePosition;
import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Statement;
import io.kstash.plugin.Filter;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans the filter section: stages one after the other, made in the order of the text. */
final class FilterSectionPlanner {
    private final List<PluginFactory<Filter>> factories;
    private final PluginPlanner plugins;
    private final ConditionCompiler conditions;
    private final PluginIds ids;
    private final StageObserver observer;
    private final Set<PluginNode> endings = new HashSet<>();

    FilterSectionPlanner(
            List<PluginFactory<Filter>> factories,
            PluginPlanner plugins,
            ConditionCompiler conditions,
            PluginIds ids,
            StageObserver observer) {
        this.factories = factories;
        this.plugins = plugins;
        this.conditions = conditions;
        this.ids = ids;
        this.observer = observer;
    }

    Stage plan(List<Statement> statements) {
        List<Stage> stages = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Branch branch) {
                stages.add(branch(branch));
            } else if (statement instanceof PluginNode node) {
                stages.add(filter(node));
            }
        }
        stages.removeIf(stage -> stage == Stage.PASS);
        return StageSequence.of(stages);
    }

    /** Whether a filter that was planned lets no event through. */
    boolean endsAll(PluginNode node) {
        return endings.contains(node);
    }

    private Stage filter(PluginNode node) {
        return plugins.make(PluginKind.FILTER, node, factories, PipelinePlanner.filterOptions())
                .map(made -> {
                    ids.of(PluginKind.FILTER, node, made.options());
                    String name = node.name().text();
                    SourcePosition place = node.span().start();
                    if (made.plugin().dropsAll()) {
                        endings.add(node);
                    }
                    Stage stage = new FilterStage(name, place, made.plugin(), Decoration.ofFilter(made.options()));
                    String options = OptionsSummary.of(node, made.spec());
                    return ObservedStage.of(new Step(Step.Kind.FILTER, name, options, node.span()), stage, observer);
                })
                .orElse(Stage.PASS);
    }

    private Stage branch(Branch branch) {
        List<PlannedArm> arms =
                new ArrayList<>(branch.arms().stream().map(this::arm).toList());
        Stage otherwise = plan(branch.otherwise());
        // As in Logstash, a condition on which nothing depends is not there.
        while (otherwise == Stage.PASS && !arms.isEmpty() && last(arms).stage() == Stage.PASS) {
            arms.remove(arms.size() - 1);
        }
        return arms.isEmpty()
                ? otherwise
                : new BranchStage(
                        arms.stream().map(this::observed).toList(),
                        ObservedStage.of(stepOfOtherwise(branch), otherwise, observer));
    }

    private PlannedArm arm(Branch.Arm arm) {
        return new PlannedArm(
                conditions.compile(arm.condition()), arm.condition().span(), plan(arm.statements()));
    }

    private BranchStage.Arm observed(PlannedArm arm) {
        Step step = new Step(Step.Kind.CONDITION, arm.span().text(), "", arm.span());
        return new BranchStage.Arm(arm.condition(), arm.span().start(), ObservedStage.of(step, arm.stage(), observer));
    }

    private static Step stepOfOtherwise(Branch branch) {
        return branch.otherwise().isEmpty()
                ? new Step(Step.Kind.NO_BRANCH, "", "", branch.span())
                : new Step(Step.Kind.ELSE, "", "", branch.otherwise().get(0).span());
    }

    private static PlannedArm last(List<PlannedArm> arms) {
        return arms.get(arms.size() - 1);
    }

    /** A condition and what is done if it holds; observed only once it is known that something depends on it. */
    private record PlannedArm(Condition condition, SourceSpan span, Stage stage) {}
}
