package io.kstash.engine.plan;

import io.kstash.event.FieldReferenceException;
import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Attribute;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.SyntaxNode;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;
import java.util.Optional;

/** Finds the plugin that a pipeline names, and makes it. */
final class PluginPlanner {
    private final OptionBinder binder;
    private final Problems problems;

    PluginPlanner(OptionBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** Makes the plugin; empty where it could not be made, which has been reported. */
    <T> Optional<Made<T>> make(
            PluginKind kind, PluginNode node, List<PluginFactory<T>> factories, List<Option<?>> common) {
        return find(kind, node, factories)
                .flatMap(factory -> make(node, factory, factory.spec().with(common)));
    }

    private <T> Optional<Made<T>> make(PluginNode node, PluginFactory<T> factory, PluginSpec spec) {
        return binder.bind(node, spec)
                .flatMap(options -> create(factory, options, node).map(plugin -> new Made<>(plugin, options, spec)));
    }

    private <T> Optional<PluginFactory<T>> find(PluginKind kind, PluginNode node, List<PluginFactory<T>> factories) {
        String name = node.name().text();
        Optional<PluginFactory<T>> found = factories.stream()
                .filter(factory -> factory.spec().name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            reportUnknown(
                    kind, node, factories.stream().map(PluginFactory::spec).toList());
        }
        return found;
    }

    private void reportUnknown(PluginKind kind, PluginNode node, List<PluginSpec> known) {
        String name = node.name().text();
        Optional<String> alternative = Unsupported.alternative(kind, name);
        if (alternative.isPresent()) {
            problems.error(node.name().span(), kind + " '" + name + "' is not supported: " + alternative.get());
        } else {
            problems.error(
                    node.name().span(),
                    "unknown " + kind + " '" + name + "'",
                    Suggestions.didYouMean(
                            name, known.stream().map(PluginSpec::name).toList()));
        }
    }

    private <T> Optional<T> create(PluginFactory<T> factory, Options options, PluginNode node) {
        try {
            return Optional.of(factory.create(options));
        } catch (InvalidOptionException invalid) {
            String subject = invalid.optionName()
                    .map(option -> "'" + option + "' ")
                    .orElse(factory.spec().kind() + " '" + factory.spec().name() + "' ");
            Optional<String> suggestion =
                    invalid.unknownName().flatMap(name -> Suggestions.didYouMean(name.written(), name.known()));
            problems.error(placeOf(invalid, node), subject + invalid.getMessage(), suggestion);
            return Optional.empty();
        } catch (FieldReferenceException invalid) {
            problems.error(
                    node.name().span(),
                    factory.spec().kind() + " '" + factory.spec().name() + "': " + invalid.getMessage());
            return Optional.empty();
        }
    }

    private static SourceSpan placeOf(InvalidOptionException invalid, PluginNode node) {
        return node.attributes().stream()
                .filter(attribute -> invalid.optionName()
                        .filter(attribute.name().text()::equals)
                        .isPresent())
                .reduce((first, last) -> last)
                .map(Attribute::value)
                .map(SyntaxNode::span)
                .orElse(node.name().span());
    }

    /** A plugin, and the options that it was made of and that it knows, those of its host included. */
    record Made<T>(T plugin, Options options, PluginSpec spec) {}
}
