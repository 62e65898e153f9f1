package io.kstash.engine.condition;

import io.kstash.engine.condition.Operand.Constant;
import io.kstash.engine.condition.Operand.ConstantList;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldReferenceException;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.Condition.And;
import io.kstash.language.syntax.Condition.Comparison;
import io.kstash.language.syntax.Condition.Nand;
import io.kstash.language.syntax.Condition.Not;
import io.kstash.language.syntax.Condition.Or;
import io.kstash.language.syntax.Condition.RegexpMatch;
import io.kstash.language.syntax.Condition.Truth;
import io.kstash.language.syntax.Condition.Xor;
import io.kstash.language.syntax.FieldSelector;
import io.kstash.language.syntax.MethodCall;
import io.kstash.language.syntax.NumberLiteral;
import io.kstash.language.syntax.RegexpLiteral;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.Value;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.RegexpSyntaxException;
import io.kstash.regexp.SearchTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of a pipeline. A problem is reported and stands for a condition that never holds, so that all
 * problems of a pipeline are found in one go.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/event-dependent-configuration#conditionals">Conditionals</a>
 */
public final class ConditionCompiler {
    private static final Condition NEVER = event -> false;

    private final BiFunction<String, SourceSpan, String> environment;
    private final Consumer<Diagnostic> problems;

    /**
     * A compiler for one pipeline.
     *
     * @param environment replaces environment variables in a text that stands at a place
     * @param problems takes what is wrong
     */
    public ConditionCompiler(BiFunction<String, SourceSpan, String> environment, Consumer<Diagnostic> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    public Condition compile(io.kstash.language.syntax.Condition syntax) {
        if (syntax instanceof And and) {
            List<Condition> terms = compileAll(and.terms());
            return event -> all(terms, event);
        }
        if (syntax instanceof Or or) {
            List<Condition> terms = compileAll(or.terms());
            return event -> any(terms, event);
        }
        if (syntax instanceof Xor xor) {
            Condition left = compile(xor.left());
            Condition right = compile(xor.right());
            return event -> left.test(event) ^ right.test(event);
        }
        if (syntax instanceof Nand nand) {
            Condition left = compile(nand.left());
            Condition right = compile(nand.right());
            return event -> !(left.test(event) && right.test(event));
        }
        if (syntax instanceof Not not) {
            Condition negated = compile(not.negated());
            return event -> !negated.test(event);
        }
        return compileTest(syntax);
    }

    private Condition compileTest(io.kstash.language.syntax.Condition syntax) {
        if (syntax instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (syntax instanceof io.kstash.language.syntax.Condition.Membership membership) {
            Condition member = Membership.of(operand(membership.element()), operand(membership.container()));
            return membership.negated() ? event -> !member.test(event) : member;
        }
        if (syntax instanceof RegexpMatch match) {
            return regexpMatch(match);
        }
        Operand operand = operand(((Truth) syntax).operand());
        return operand instanceof Operand.Field ? event -> isTrue(operand.valueFor(event)) : event -> true;
    }

    private Condition comparison(Comparison comparison) {
        Operand left = operand(comparison.left());
        Operand right = operand(comparison.right());
        return switch (comparison.operator()) {
            case EQUAL -> event -> Objects.equals(left.valueFor(event), right.valueFor(event));
            case NOT_EQUAL -> event -> !Objects.equals(left.valueFor(event), right.valueFor(event));
            case LESS -> ordered(comparison, left, right, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(comparison, left, right, order -> order <= 0);
            case GREATER -> ordered(comparison, left, right, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(comparison, left, right, order -> order >= 0);
        };
    }

    private Condition ordered(Comparison comparison, Operand left, Operand right, IntPredicate accepts) {
        if (left instanceof Constant a && right instanceof Constant b) {
            return constant(comparison, a.value(), b.value(), accepts);
        }
        return event -> {
            Object a = left.valueFor(event);
            Object b = right.valueFor(event);
            return a != null && b != null && accepts.test(ValueOrder.compare(a, b));
        };
    }

    private Condition constant(Comparison comparison, Object left, Object right, IntPredicate accepts) {
        try {
            boolean holds = accepts.test(ValueOrder.compare(left, right));
            return event -> holds;
        } catch (ConditionException unordered) {
            return never(comparison.span(), unordered.getMessage() + ": a text and a number have no order");
        }
    }

    private Condition regexpMatch(RegexpMatch match) {
        Operand subject = operand(match.subject());
        @Nullable Regexp regexp = regexp(match.pattern());
        if (regexp == null) {
            return NEVER;
        }
        boolean wanted = !match.negated();
        return event -> wanted == (subject.valueFor(event) instanceof String text && isFound(regexp, text));
    }

    private static boolean isFound(Regexp regexp, String text) {
        try {
            return regexp.find(text);
        } catch (SearchTimeoutException tooLong) {
            throw new ConditionException(String.valueOf(tooLong.getMessage()));
        }
    }

    private @Nullable Regexp regexp(io.kstash.language.syntax.Operand pattern) {
        String text = pattern instanceof RegexpLiteral literal ? literal.pattern() : ((StringLiteral) pattern).text();
        try {
            return Regexp.compile(text);
        } catch (RegexpSyntaxException invalid) {
            problems.accept(Diagnostic.error(pattern.span(), String.valueOf(invalid.getMessage())));
            return null;
        }
    }

    private Operand operand(io.kstash.language.syntax.Operand syntax) {
        if (syntax instanceof StringLiteral text) {
            return new Constant(environment.apply(text.text(), text.span()));
        }
        if (syntax instanceof NumberLiteral number) {
            return new Constant(number.value());
        }
        if (syntax instanceof ArrayLiteral array) {
            return new ConstantList(array.elements().stream().map(this::element).toList());
        }
        if (syntax instanceof FieldSelector field) {
            return field(field);
        }
        if (syntax instanceof MethodCall call) {
            return methodCall(call);
        }
        return new Constant(((RegexpLiteral) syntax).pattern());
    }

    private Object element(Value element) {
        if (element instanceof StringLiteral text) {
            return environment.apply(text.text(), text.span());
        }
        if (element instanceof Bareword word) {
            return environment.apply(word.text(), word.span());
        }
        if (element instanceof NumberLiteral number) {
            return number.value();
        }
        problems.accept(Diagnostic.error(element.span(), "a list in a condition holds texts and numbers only"));
        return "";
    }

    private Operand field(FieldSelector field) {
        String text = field.path().stream().collect(Collectors.joining("][", "[", "]"));
        try {
            return new Operand.Field(FieldReference.of(text));
        } catch (FieldReferenceException invalid) {
            problems.accept(Diagnostic.error(field.span(), String.valueOf(invalid.getMessage())));
            return new ConstantList(List.of());
        }
    }

    /** Logstash reads a call, knows no method, and compares its argument. */
    private Operand methodCall(MethodCall call) {
        if (call.arguments().size() == 1) {
            problems.accept(Diagnostic.warning(
                    call.span(), "there are no methods: '" + call.name().text() + "' does nothing to its argument"));
            return operand(call.arguments().get(0));
        }
        problems.accept(Diagnostic.error(call.span(), "there are no methods; compare a field or a text"));
        return new ConstantList(List.of());
    }

    private Condition never(SourceSpan span, String message) {
        problems.accept(Diagnostic.error(span, message));
        return NEVER;
    }

    private List<Condition> compileAll(List<io.kstash.language.syntax.Condition> terms) {
        return terms.stream().map(this::compile).toList();
    }

    private static boolean all(List<Condition> terms, Event event) {
        for (Condition term : terms) {
            if (!term.test(event)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<Condition> terms, Event event) {
        for (Condition term : terms) {
            if (term.test(event)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && !value.equals(false) && !value.equals("");
    }
}
