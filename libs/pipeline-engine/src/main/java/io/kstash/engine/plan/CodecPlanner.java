package io.kstash.engine.plan;

import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.Name;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.Value;
import io.kstash.plugin.Codec;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import java.util.List;

/** Makes the codecs that stand as the value of an option: {@code json} or {@code json { … }}. */
final class CodecPlanner {
    private final List<PluginFactory<Codec>> factories;
    private final Problems problems;

    CodecPlanner(List<PluginFactory<Codec>> factories, Problems problems) {
        this.factories = factories;
        this.problems = problems;
    }

    /** The codec, or the plain literal where it is no codec at all: the option's type says so then. */
    Object plan(Value value, LiteralReader literals) {
        if (value instanceof PluginNode node) {
            return make(node, literals);
        }
        if (value instanceof Bareword word) {
            return make(named(word.text(), word.span()), literals);
        }
        if (value instanceof StringLiteral text) {
            return make(named(text.text(), text.span()), literals);
        }
        return literals.read(value);
    }

    /** The codec of that name with its own defaults. */
    Codec byDefault(String name) {
        PluginFactory<Codec> factory = factories.stream()
                .filter(candidate -> candidate.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The catalog has no codec " + name));
        return factory.create(Defaults.of(factory.spec()));
    }

    private Object make(PluginNode node, LiteralReader literals) {
        PluginPlanner planner = new PluginPlanner(new OptionBinder(literals, this, problems), problems);
        // A codec that could not be made has been reported; any other serves to find further problems.
        return planner.make(PluginKind.CODEC, node, factories, List.of())
                .map(PluginPlanner.Made::plugin)
                .orElseGet(() -> byDefault("plain"));
    }

    private static PluginNode named(String name, SourceSpan span) {
        return new PluginNode(new Name(name, span), List.of(), span);
    }
}
