package io.kstash.transformer.measure;

import io.kstash.engine.BranchStage;
import io.kstash.engine.ObservedStage;
import io.kstash.engine.Stage;
import io.kstash.engine.StageSequence;
import io.kstash.engine.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan of a filter section with what was measured of it, as JSON values: a list of filters {@code {kind: "filter", name,
 * options, place, in, out, nanos}} and branches {@code {kind: "branch", arms: [{kind, condition, place, in, steps}]}}.
 */
public final class MeasuredPlan {
    private MeasuredPlan() {}

    /** The plan of a section that was planned with {@link StageMeters}; empty for any other. */
    public static List<Map<String, ?>> of(Stage section) {
        if (section instanceof StageSequence sequence) {
            return sequence.stages().stream()
                    .flatMap(stage -> of(stage).stream())
                    .toList();
        }
        if (section instanceof BranchStage branch) {
            List<Map<String, ?>> arms = branch.ways().stream()
                    .flatMap(way -> measured(way).stream())
                    .toList();
            return arms.isEmpty() ? List.of() : List.of(Map.of("kind", "branch", "arms", arms));
        }
        return measured(section);
    }

    private static List<Map<String, ?>> measured(Stage stage) {
        return stage instanceof ObservedStage observed && observed.observer() instanceof StageMeters meters
                ? List.of(describe(observed, meters.of(observed.step())))
                : List.of();
    }

    private static Map<String, ?> describe(ObservedStage observed, StageMeter meter) {
        Step step = observed.step();
        Map<String, Object> described = new LinkedHashMap<>();
        boolean filter = step.kind() == Step.Kind.FILTER;
        described.put("kind", kind(step));
        described.put(filter ? "name" : "condition", step.text());
        described.put("place", step.span().toString());
        described.put("in", meter.in());
        if (filter) {
            described.put("options", step.options());
            described.put("out", meter.out());
            described.put("nanos", meter.nanosAnEvent());
        } else {
            described.put("steps", of(observed.stage()));
        }
        return described;
    }

    private static String kind(Step step) {
        return switch (step.kind()) {
            case FILTER -> "filter";
            case CONDITION -> "if";
            case ELSE -> "else";
            case NO_BRANCH -> "none";
        };
    }
}
