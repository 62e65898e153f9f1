package io.kstash.benchmarks;

import io.kstash.app.AppContext;
import io.kstash.app.FailedException;
import io.kstash.benchmarks.cases.Case;
import io.kstash.benchmarks.cases.CaseSpec;
import io.kstash.benchmarks.cases.Load;
import io.kstash.benchmarks.cases.Trial;
import io.kstash.benchmarks.cases.TrialPlace;
import io.kstash.benchmarks.measure.BacklogRun;
import io.kstash.benchmarks.measure.Figure;
import io.kstash.benchmarks.measure.Measurement;
import io.kstash.benchmarks.measure.Results;
import io.kstash.benchmarks.measure.SteadyRun;
import io.kstash.benchmarks.measure.TopicSink;
import io.kstash.benchmarks.process.Programs;
import io.kstash.benchmarks.process.RunningProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the cases of a plan round by round. For one thread. */
final class Bench {
    /** Above this share of the machine's CPU time, others make a difference. */
    private static final double DISTURBED = 0.05;

    private final BenchPlan plan;
    private final Workplace workplace;
    private final AppContext app;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean complete = true;

    Bench(BenchPlan plan, Workplace workplace, AppContext app) {
        this.plan = plan;
        this.workplace = workplace;
        this.app = app;
    }

    Outcome run() throws IOException, InterruptedException {
        List<Case> possible = possible();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Case each : possible) {
                run(each, round);
            }
        }
        return new Outcome(new Results(measurements), List.copyOf(notes), complete);
    }

    private List<Case> possible() {
        List<Case> possible = new ArrayList<>();
        for (Case each : plan.cases()) {
            Optional<String> obstacle = each.obstacle();
            if (obstacle.isEmpty()) {
                possible.add(each);
            } else {
                note(each.spec().name() + " is skipped: " + obstacle.get());
            }
        }
        return possible;
    }

    private void run(Case each, int round) throws IOException, InterruptedException {
        CaseSpec spec = each.spec();
        String title = spec.name() + ", round " + round + " of " + plan.rounds();
        try {
            Map<Figure, Double> figures = measure(each, round);
            measurements.add(new Measurement(spec.name(), round, figures));
            app.out().println(title + ": " + describe(figures));
            double foreign = figures.getOrDefault(Figure.FOREIGN_CPU, 0.0);
            if (foreign > DISTURBED) {
                note(title + ": the machine was busy: others had " + Figure.FOREIGN_CPU.format(foreign)
                        + " % of its CPU time");
            }
        } catch (FailedException failure) {
            complete = false;
            note(title + ": failed: " + failure.getMessage());
        }
    }

    private Map<Figure, Double> measure(Case each, int round) throws IOException, InterruptedException {
        CaseSpec spec = each.spec();
        TrialPlace place = workplace.newPlace(spec, round);
        Trial trial = each.prepare(place);
        Programs.output("sync"); // What the last case left to write must not be written now.
        try (RunningProcess process = RunningProcess.start(trial.process(), workplace.log(place))) {
            if (spec.load() == Load.BACKLOG) {
                return new BacklogRun(plan.records(), workplace.brokerPid(), app.stop()).measure(process, trial.sink());
            }
            return new SteadyRun(place.steadyTopic(), spec.input(), workplace.brokerPid(), app.stop())
                    .measure(process, (TopicSink) trial.sink());
        } finally {
            workplace.clear(place);
        }
    }

    private void note(String text) {
        notes.add(text);
        app.err().println("Warning: " + text);
    }

    private static String describe(Map<Figure, Double> figures) {
        return figures.entrySet().stream()
                .map(entry -> entry.getKey().title() + " " + entry.getKey().format(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
