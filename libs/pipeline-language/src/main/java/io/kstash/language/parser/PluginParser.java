package io.kstash.language.parser;

import io.kstash.language.syntax.Attribute;
import io.kstash.language.syntax.Name;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Statement;
import io.kstash.language.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads plugins and their options. */
final class PluginParser {
    private final ParseContext context;
    private final ValueParser values;

    PluginParser(ParseContext context) {
        this.context = context;
        this.values = new ValueParser(context, this);
    }

    ValueParser values() {
        return values;
    }

    /** A plugin as a statement. */
    Optional<Statement> statement() {
        Token name = context.peek();
        Token next = context.peekAfter(name);
        if (next.is("{")) {
            return Optional.of(plugin());
        }
        if (next.is("=>")) {
            context.error(
                    name,
                    "option " + name.described() + " is outside of a plugin",
                    "is the name of the plugin missing, or is there a '}' too many before?");
            context.distrustBraces();
            return Optional.of(bodyOf(name(name), name));
        }
        context.takeName();
        context.error(next, "expected '{' after plugin " + name.described() + " but found " + next.described());
        return context.ahead().isAssignment(next) ? Optional.of(bodyOf(name(name), name)) : Optional.empty();
    }

    /** {@code name { … }}; the caller has seen the brace. */
    PluginNode plugin() {
        Token name = context.takeName();
        if (name.is(Token.Kind.STRING)) {
            context.error(name, "plugin name " + name.described() + " must not be quoted");
        }
        Name pluginName = name(name);
        context.open(LexerMode.PLAIN, "'" + pluginName.text() + "'");
        return attributesOf(pluginName, name);
    }

    /** Reads on as if the opening brace were there. */
    private PluginNode bodyOf(Name pluginName, Token name) {
        context.openBefore(name, "'" + pluginName.text() + "'");
        return attributesOf(pluginName, name);
    }

    private PluginNode attributesOf(Name pluginName, Token name) {
        List<Attribute> attributes = attributes(name);
        context.close();
        return new PluginNode(pluginName, attributes, context.spanFrom(name));
    }

    static Name name(Token token) {
        return new Name(token.is(Token.Kind.STRING) ? token.content() : token.text(), token.span());
    }

    private List<Attribute> attributes(Token plugin) {
        List<Attribute> attributes = new ArrayList<>();
        boolean afterValue = false;
        while (true) {
            Token next = context.peek();
            if (endsPlugin(next, plugin)) {
                return attributes;
            }
            int depth = context.depth();
            try {
                if (afterValue) {
                    expectBlank(next);
                }
                Optional<Attribute> attribute = attributeOrMistake(next, plugin);
                attribute.ifPresent(attributes::add);
                afterValue = attribute.isPresent();
            } catch (Abandoned reported) {
                context.skipPast(next, depth, context.ahead()::isAssignment);
                afterValue = false;
            }
        }
    }

    /** A closing brace ends the plugin, and so does what shows by its place that the brace is missing. */
    private boolean endsPlugin(Token next, Token plugin) {
        if (next.is("}") || next.is(Token.Kind.END)) {
            return true;
        }
        return context.ahead().startsStatement(next)
                && next.startsLine()
                && (context.ahead().isSectionStart(next) || next.isLeftOf(plugin));
    }

    private void expectBlank(Token next) {
        char separator = context.characterAfterTaken();
        if (separator == '#') {
            context.errorAfterTaken("a comment cannot follow a value directly", "put a space before the '#'");
        } else if (!Lexer.isBlank(separator) && !next.is(",")) {
            String message = "expected a space or a new line before " + next.described();
            if (!context.ahead().isAssignment(next)) {
                throw context.abandon(next, message, quoteAdvice());
            }
            context.error(next, message);
        }
    }

    private Optional<String> quoteAdvice() {
        return context.taken().is(Token.Kind.STRING)
                ? Optional.of("a string that holds its own kind of quote stands in the other kind")
                : Optional.empty();
    }

    private Optional<Attribute> attributeOrMistake(Token next, Token plugin) {
        if (next.isWord("if") && !context.ahead().isAssignment(next)) {
            throw context.abandonBlock(
                    next,
                    "'if' cannot stand inside of plugin '" + name(plugin).text() + "'",
                    "put the plugin into the 'if'");
        }
        if (next.is(Token.Kind.WORD) || next.is(Token.Kind.NUMBER) || next.is(Token.Kind.STRING)) {
            return attribute(plugin);
        }
        if (next.is(",")) {
            context.error(next, "options are separated by spaces or new lines, not by ','");
        } else if (next.is("//") || next.is("/*")) {
            context.error(next, next.described() + " does not start a comment", "comments begin with '#'");
            context.skipLine();
            return Optional.empty();
        } else {
            throw context.abandon(
                    next, "expected an option of '" + name(plugin).text() + "' or '}' but found " + next.described());
        }
        context.take();
        return Optional.empty();
    }

    private Optional<Attribute> attribute(Token plugin) {
        Token nameToken = context.takeName();
        Name name = name(nameToken);
        if (context.peek().is("{") && !context.ahead().opensHash(context.peek())) {
            throw context.abandonBlock(
                    nameToken,
                    "expected '=>' after " + nameToken.described() + " but found '{'",
                    "a plugin cannot stand inside of plugin '" + name(plugin).text() + "'");
        }
        values.expectArrow("option " + nameToken.described());
        if (values.isMissing()) {
            context.error(context.peek(), "option " + nameToken.described() + " has no value");
            return Optional.empty();
        }
        Value value = values.optionValue();
        return Optional.of(new Attribute(name, value, context.spanFrom(nameToken)));
    }
}
