package io.kstash.engine.plan;

import io.kstash.engine.Decoration;
import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.engine.Stage;
import io.kstash.engine.StageObserver;
import io.kstash.engine.condition.ConditionCompiler;
import io.kstash.language.parser.ParseResult;
import io.kstash.language.parser.PipelineParser;
import io.kstash.language.source.PipelineSource;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.PipelineSyntax;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Section;
import io.kstash.language.syntax.Statement;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.PluginKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of a pipeline into a plan: parses it, checks every plugin and option, builds the filters. Nothing is
 * connected or opened.
 *
 * @param <I> what an input is for the host
 * @param <O> what an output is for the host
 */
public final class PipelinePlanner<I, O> {
    private static final Option<Boolean> PERIODIC_FLUSH = Option.withDefault(
            "periodic_flush",
            OptionType.BOOLEAN,
            "false",
            "Accepted; no filter of kstash keeps events back, so there is nothing to flush.");

    private final PluginCatalog<I, O> catalog;
    private final UnaryOperator<@Nullable String> variables;

    /**
     * A planner.
     *
     * @param catalog the plugins that a pipeline can name
     * @param variables the environment; answers null for a variable that is not set
     */
    public PipelinePlanner(PluginCatalog<I, O> catalog, UnaryOperator<@Nullable String> variables) {
        this.catalog = catalog;
        this.variables = variables;
    }

    /** Plans the pipeline, or says all that is wrong with it. */
    public PlanResult<I, O> plan(PipelineSource source) {
        return plan(source, StageObserver.NONE);
    }

    /** The same, for somebody who wants to see what its filters do. */
    public PlanResult<I, O> plan(PipelineSource source, StageObserver observer) {
        ParseResult parsed = PipelineParser.parse(source);
        Problems problems = new Problems();
        parsed.diagnostics().forEach(problems::add);
        Pipeline<I, O> pipeline = new Run(problems, observer).plan(parsed.syntax());
        return new PlanResult<>(problems.hasErrors() ? Optional.empty() : Optional.of(pipeline), problems.inOrder());
    }

    /** The planning of one text. */
    private final class Run {
        private final ConditionCompiler conditions;
        private final PluginPlanner plugins;
        private final PluginIds ids;
        private final Problems problems;
        private final StageObserver observer;

        Run(Problems problems, StageObserver observer) {
            Environment environment = new Environment(variables, problems);
            LiteralReader literals = new LiteralReader(environment, problems);
            CodecPlanner codecs = new CodecPlanner(catalog.codecs(), problems);
            this.problems = problems;
            this.observer = observer;
            this.conditions = new ConditionCompiler(environment::replaceWhole, problems::add);
            this.plugins = new PluginPlanner(new OptionBinder(literals, codecs, problems), problems);
            this.ids = new PluginIds(problems);
        }

        Pipeline<I, O> plan(PipelineSyntax syntax) {
            List<PlannedInput<I>> inputs = inputs(syntax.statements(Section.Kind.INPUT));
            FilterSectionPlanner filterSection =
                    new FilterSectionPlanner(catalog.filters(), plugins, conditions, ids, observer);
            Stage filters = filterSection.plan(syntax.statements(Section.Kind.FILTER));
            OutputSectionPlanner<O> outputs = new OutputSectionPlanner<>(conditions, this::output);
            var router = outputs.plan(syntax.statements(Section.Kind.OUTPUT));
            if (!problems.hasErrors()) {
                UnreachableCode unreachable = new UnreachableCode(filterSection::endsAll, problems);
                unreachable.check(syntax.statements(Section.Kind.FILTER));
                unreachable.check(syntax.statements(Section.Kind.OUTPUT));
            }
            return new Pipeline<>(inputs, filters, outputs.all(), router, Pipeline.DEFAULT_EVENT_TIMEOUT);
        }

        private List<PlannedInput<I>> inputs(List<Statement> statements) {
            List<PlannedInput<I>> inputs = new ArrayList<>();
            for (Statement statement : statements) {
                if (statement instanceof PluginNode node) {
                    input(node).ifPresent(inputs::add);
                } else if (statement instanceof Branch branch) {
                    problems.error(branch.span(), "an input cannot depend on a condition: there is no event yet");
                }
            }
            return inputs;
        }

        private Optional<PlannedInput<I>> input(PluginNode node) {
            return plugins.make(PluginKind.INPUT, node, catalog.inputs(), common(Decoration.INPUT_OPTIONS))
                    .map(made -> new PlannedInput<>(
                            ids.of(PluginKind.INPUT, node, made.options()),
                            made.plugin(),
                            Decoration.ofInput(made.options()),
                            node.span()));
        }

        private Optional<PlannedOutput<O>> output(PluginNode node, List<String> wanted) {
            return plugins.make(PluginKind.OUTPUT, node, catalog.outputs(), PluginIds.OPTIONS)
                    .map(made -> new PlannedOutput<>(
                            ids.of(PluginKind.OUTPUT, node, made.options()), made.plugin(), node.span(), wanted));
        }
    }

    /** The options that every filter has besides its own. */
    public static List<Option<?>> filterOptions() {
        return Stream.concat(common(Decoration.FILTER_OPTIONS).stream(), Stream.of(PERIODIC_FLUSH))
                .toList();
    }

    /** The options of a kind and those that every plugin has. */
    static List<Option<?>> common(List<Option<?>> ofKind) {
        return Stream.concat(ofKind.stream(), PluginIds.OPTIONS.stream()).toList();
    }
}
