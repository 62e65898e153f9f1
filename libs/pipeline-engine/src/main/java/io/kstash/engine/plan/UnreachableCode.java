package io.kstash.engine.plan;

import io.kstash.engine.condition.ConstantConditions;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Warns of statements that no event can reach. Logstash says nothing of them, so the pipeline runs all the same. */
final class UnreachableCode {
    private static final String ALWAYS =
            "this condition is about no event and always holds; what else there is, is never done";
    private static final String NEVER =
            "this condition is about no event and never holds; what it guards is never done";

    private final Predicate<PluginNode> endsAll;
    private final Problems problems;

    /** @param endsAll whether a plugin lets no event through */
    UnreachableCode(Predicate<PluginNode> endsAll, Problems problems) {
        this.endsAll = endsAll;
        this.problems = problems;
    }

    /** True if no event comes out behind these statements. */
    boolean check(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (letsThrough(statements.get(i))) {
                continue;
            }
            if (i + 1 < statements.size()) {
                warn(
                        statements.get(i + 1).span(),
                        "no event comes here: all are dropped before it, see line "
                                + line(statements.get(i).span()));
            }
            return true;
        }
        return false;
    }

    /** Whether events come through; looks into branches as well. */
    private boolean letsThrough(Statement statement) {
        if (statement instanceof Branch branch) {
            checkConditions(branch);
            boolean allEnd = true;
            for (Branch.Arm arm : branch.arms()) {
                allEnd &= check(arm.statements());
            }
            return !(check(branch.otherwise()) && allEnd);
        }
        return !(statement instanceof PluginNode plugin && endsAll.test(plugin));
    }

    private void checkConditions(Branch branch) {
        Map<String, SourceSpan> seen = new HashMap<>();
        for (Branch.Arm arm : branch.arms()) {
            SourceSpan condition = arm.condition().span();
            SourceSpan first = seen.putIfAbsent(condition.text().replaceAll("\\s+", " "), condition);
            Optional<Boolean> constant = ConstantConditions.valueOf(arm.condition());
            if (first != null) {
                warn(condition, "no event comes here: line " + line(first) + " has the same condition");
            } else if (constant.isPresent()) {
                warn(condition, constant.get() ? ALWAYS : NEVER);
            }
        }
    }

    private static int line(SourceSpan span) {
        return span.start().line();
    }

    private void warn(SourceSpan span, String message) {
        problems.add(Diagnostic.warning(span, message));
    }
}
