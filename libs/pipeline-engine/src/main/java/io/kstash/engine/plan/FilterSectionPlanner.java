package io.kstash.engine.plan;

import io.kstash.engine.BranchStage;
import io.kstash.engine.Decoration;
import io.kstash.engine.FilterStage;
import io.kstash.engine.Stage;
import io.kstash.engine.StageSequence;
import io.kstash.engine.condition.ConditionCompiler;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Statement;
import io.kstash.plugin.Filter;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import java.util.ArrayList;
import java.util.List;

/** Plans the filter section: stages one after the other, made in the order of the text. */
final class FilterSectionPlanner {
    private final List<PluginFactory<Filter>> factories;
    private final PluginPlanner plugins;
    private final ConditionCompiler conditions;
    private final PluginIds ids;

    FilterSectionPlanner(
            List<PluginFactory<Filter>> factories, PluginPlanner plugins, ConditionCompiler conditions, PluginIds ids) {
        this.factories = factories;
        this.plugins = plugins;
        this.conditions = conditions;
        this.ids = ids;
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

    private Stage filter(PluginNode node) {
        return plugins.make(PluginKind.FILTER, node, factories, PipelinePlanner.common(Decoration.FILTER_OPTIONS))
                .map(made -> {
                    ids.of(PluginKind.FILTER, node, made.options());
                    Decoration decoration = Decoration.ofFilter(made.options());
                    return (Stage)
                            new FilterStage(node.name().text(), node.span().start(), made.plugin(), decoration);
                })
                .orElse(Stage.PASS);
    }

    private Stage branch(Branch branch) {
        List<BranchStage.Arm> arms =
                new ArrayList<>(branch.arms().stream().map(this::arm).toList());
        Stage otherwise = plan(branch.otherwise());
        // As in Logstash, a condition on which nothing depends is not there.
        while (otherwise == Stage.PASS && !arms.isEmpty() && last(arms).stage() == Stage.PASS) {
            arms.remove(arms.size() - 1);
        }
        return arms.isEmpty() ? otherwise : new BranchStage(arms, otherwise);
    }

    private BranchStage.Arm arm(Branch.Arm arm) {
        return new BranchStage.Arm(
                conditions.compile(arm.condition()), arm.condition().span().start(), plan(arm.statements()));
    }

    private static BranchStage.Arm last(List<BranchStage.Arm> arms) {
        return arms.get(arms.size() - 1);
    }
}
