package io.kstash.engine.plan;

import io.kstash.engine.BranchStage;
import io.kstash.engine.Decoration;
import io.kstash.engine.FilterStage;
import io.kstash.engine.Stage;
import io.kstash.engine.condition.Condition;
import io.kstash.engine.condition.ConditionCompiler;
import io.kstash.language.source.SourcePosition;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Statement;
import io.kstash.plugin.Filter;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans the filter section: a chain of stages, in which each knows the next. */
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
        return link(links(statements), Stage.PASS);
    }

    /** A stage needs the next to exist, but plugins are made in the order of the text: so links first, then stages. */
    private List<UnaryOperator<Stage>> links(List<Statement> statements) {
        List<UnaryOperator<Stage>> links = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Branch branch) {
                links.add(branch(branch));
            } else if (statement instanceof PluginNode node) {
                links.add(filter(node));
            }
        }
        return links;
    }

    private static Stage link(List<UnaryOperator<Stage>> links, Stage last) {
        Stage stage = last;
        for (int i = links.size() - 1; i >= 0; i--) {
            stage = links.get(i).apply(stage);
        }
        return stage;
    }

    private UnaryOperator<Stage> filter(PluginNode node) {
        return plugins.make(PluginKind.FILTER, node, factories, PipelinePlanner.common(Decoration.FILTER_OPTIONS))
                .map(made -> {
                    ids.of(PluginKind.FILTER, node, made.options());
                    Decoration decoration = Decoration.ofFilter(made.options());
                    SourcePosition place = node.span().start();
                    return (UnaryOperator<Stage>)
                            next -> new FilterStage(node.name().text(), place, made.plugin(), decoration, next);
                })
                .orElse(UnaryOperator.identity());
    }

    private UnaryOperator<Stage> branch(Branch branch) {
        List<PlannedArm> arms = branch.arms().stream()
                .map(arm -> new PlannedArm(
                        conditions.compile(arm.condition()),
                        arm.condition().span().start(),
                        links(arm.statements())))
                .toList();
        List<UnaryOperator<Stage>> otherwise = links(branch.otherwise());
        return next -> new BranchStage(arms.stream().map(arm -> arm.to(next)).toList(), link(otherwise, next));
    }

    private record PlannedArm(Condition condition, SourcePosition place, List<UnaryOperator<Stage>> links) {
        BranchStage.Arm to(Stage next) {
            return new BranchStage.Arm(condition, place, link(links, next));
        }
    }
}
