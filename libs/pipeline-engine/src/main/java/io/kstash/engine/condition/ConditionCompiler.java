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
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
            Condition left = term(xor.left());
            Condition right = term(xor.right());
            return event -> left.test(event) ^ right.test(event);
        }
        if (syntax instanceof Nand nand) {
            Condition left = term(nand.left());
            Condition right = term(nand.right());
            return event -> !(left.test(event) && right.test(event));
        }
        if (syntax instanceof Not not) {
            Condition negated = term(not.negated());
            return event -> !negated.test(event);
        }
        return compileTest(syntax);
    }

    private Condition compileTest(io.kstash.language.syntax.Condition syntax) {
        if (syntax instanceof RegexpMatch match) {
            return regexpMatch(match);
        }
        try {
            return compileOperands(syntax);
        } catch (ConditionException refused) {
            problems.accept(Diagnostic.error(syntax.span(), String.valueOf(refused.getMessage())));
            return NEVER;
        }
    }

    private Condition compileOperands(io.kstash.language.syntax.Condition syntax) {
        if (syntax instanceof Comparison comparison) {
            return Comparisons.of(compared(comparison.left()), comparison.operator(), compared(comparison.right()));
        }
        if (syntax instanceof io.kstash.language.syntax.Condition.Membership membership) {
            Condition member = Membership.of(operand(membership.element()), operand(membership.container()));
            return membership.negated() ? event -> !member.test(event) : member;
        }
        Operand operand = operand(((Truth) syntax).operand());
        if (operand instanceof Operand.Field) {
            return event -> isTrue(operand.valueFor(event));
        }
        boolean holds = !(operand instanceof Constant constant) || isTrue(constant.value());
        return event -> holds;
    }

    private Operand compared(io.kstash.language.syntax.Operand syntax) {
        if (syntax instanceof RegexpLiteral) {
            throw new ConditionException("a regular expression cannot be compared; use =~ or !~");
        }
        return operand(syntax);
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

    /** One side of {@code and} and its kind, or what {@code !} negates: Logstash does not start with a constant there. */
    private Condition term(io.kstash.language.syntax.Condition syntax) {
        if (syntax instanceof Truth truth && isLiteral(truth.operand())) {
            problems.accept(Diagnostic.error(
                    syntax.span(), "a constant can only be a condition of its own; compare it with a field"));
            return NEVER;
        }
        return compile(syntax);
    }

    private static boolean isLiteral(io.kstash.language.syntax.Operand operand) {
        return !(operand instanceof FieldSelector || operand instanceof MethodCall);
    }

    private List<Condition> compileAll(List<io.kstash.language.syntax.Condition> terms) {
        return terms.stream().map(this::term).toList();
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
        return value != null
                && value != Operand.MISSING
                && !value.equals(false)
                && !value.equals("")
                && !value.equals("false");
    }
}
