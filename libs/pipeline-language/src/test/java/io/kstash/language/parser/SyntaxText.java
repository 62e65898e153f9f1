package io.kstash.language.parser;

import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.Condition;
import io.kstash.language.syntax.FieldSelector;
import io.kstash.language.syntax.HashLiteral;
import io.kstash.language.syntax.MethodCall;
import io.kstash.language.syntax.NumberLiteral;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.RegexpLiteral;
import io.kstash.language.syntax.Section;
import io.kstash.language.syntax.Statement;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.SyntaxNode;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as nested lists, so that a test can show its shape in one line. */
final class SyntaxText {

    private SyntaxText() {}

    static String of(List<? extends SyntaxNode> nodes) {
        return nodes.stream().map(SyntaxText::of).collect(Collectors.joining(" "));
    }

    static String of(SyntaxNode node) {
        if (node instanceof Section section) {
            return list(section.kind().keyword(), of(section.statements()));
        }
        if (node instanceof Statement statement) {
            return statement(statement);
        }
        return node instanceof Condition condition ? condition(condition) : value(node);
    }

    private static String statement(Statement statement) {
        if (statement instanceof PluginNode plugin) {
            String attributes = plugin.attributes().stream()
                    .map(attribute -> attribute.name().text() + "=" + of(attribute.value()))
                    .collect(Collectors.joining(" "));
            return list(plugin.name().text(), attributes);
        }
        Branch branch = (Branch) statement;
        String arms = branch.arms().stream()
                .map(arm -> list(of(arm.condition()), of(arm.statements())))
                .collect(Collectors.joining(" "));
        return branch.otherwise().isEmpty()
                ? list("if", arms)
                : list("if", arms + " " + list("else", of(branch.otherwise())));
    }

    private static String condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            return list("and", of(and.terms()));
        } else if (condition instanceof Condition.Or or) {
            return list("or", of(or.terms()));
        } else if (condition instanceof Condition.Xor xor) {
            return list("xor", of(xor.left()) + " " + of(xor.right()));
        } else if (condition instanceof Condition.Nand nand) {
            return list("nand", of(nand.left()) + " " + of(nand.right()));
        } else if (condition instanceof Condition.Not not) {
            return list("not", of(not.negated()));
        } else if (condition instanceof Condition.Comparison comparison) {
            return list(comparison.operator().symbol(), of(comparison.left()) + " " + of(comparison.right()));
        } else if (condition instanceof Condition.Membership membership) {
            String name = membership.negated() ? "not-in" : "in";
            return list(name, of(membership.element()) + " " + of(membership.container()));
        } else if (condition instanceof Condition.RegexpMatch match) {
            return list(match.negated() ? "!~" : "=~", of(match.subject()) + " " + of(match.pattern()));
        }
        return of(((Condition.Truth) condition).operand());
    }

    private static String value(SyntaxNode node) {
        if (node instanceof StringLiteral string) {
            return "'" + string.text() + "'";
        } else if (node instanceof Bareword word) {
            return word.text();
        } else if (node instanceof NumberLiteral number) {
            return number.value().getClass().getSimpleName() + ":" + number.value();
        } else if (node instanceof ArrayLiteral array) {
            return list("array", of(array.elements()));
        } else if (node instanceof HashLiteral hash) {
            return list("hash", of(hash.entries()));
        } else if (node instanceof HashLiteral.Entry entry) {
            return of(entry.key()) + "=" + of(entry.value());
        } else if (node instanceof FieldSelector field) {
            return "field" + field.path();
        } else if (node instanceof MethodCall call) {
            return list("call " + call.name().text(), of(call.arguments()));
        }
        return "/" + ((RegexpLiteral) node).pattern() + "/";
    }

    private static String list(String head, String tail) {
        return tail.isEmpty() ? "(" + head + ")" : "(" + head + " " + tail + ")";
    }
}
