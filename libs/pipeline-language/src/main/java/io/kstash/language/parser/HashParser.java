package io.kstash.language.parser;

import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.HashLiteral;
import io.kstash.language.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code { key => value … }}. */
final class HashParser {
    private final ParseContext context;
    private final ValueParser values;

    HashParser(ParseContext context, ValueParser values) {
        this.context = context;
        this.values = values;
    }

    HashLiteral hash() {
        Token opener = context.open(LexerMode.PLAIN, "the hash");
        List<HashLiteral.Entry> entries = new ArrayList<>();
        boolean commaReported = false;
        while (true) {
            Token next = context.peek();
            if (endsHash(next, opener)) {
                break;
            }
            int depth = context.depth();
            try {
                if (next.is(",")) {
                    commaReported = comma(commaReported);
                } else {
                    entry(next).ifPresent(entries::add);
                }
            } catch (Abandoned reported) {
                context.skipPast(next, depth, context.ahead()::isAssignment);
            }
        }
        context.close();
        reportDuplicates(entries);
        return new HashLiteral(entries, context.spanFrom(opener));
    }

    private boolean endsHash(Token next, Token opener) {
        return next.is("}") || next.is(Token.Kind.END) || (context.ahead().opensBlock(next) && next.isLeftOf(opener));
    }

    /** All commas of one hash are one mistake. */
    private boolean comma(boolean reported) {
        Token comma = context.take();
        if (!reported) {
            context.error(
                    comma, "entries of a hash are separated by spaces or new lines, not by ','", "remove the ','");
        }
        return true;
    }

    private Optional<HashLiteral.Entry> entry(Token first) {
        Value key = key(first);
        values.expectArrow("hash key " + key.span().text());
        if (values.isMissing()) {
            context.error(context.peek(), "hash key " + key.span().text() + " has no value");
            return Optional.empty();
        }
        Value value = values.valueButNoPlugin("a hash");
        return Optional.of(new HashLiteral.Entry(key, value, context.spanFrom(first)));
    }

    private Value key(Token first) {
        return switch (first.kind()) {
            case STRING -> ValueParser.string(context.takeDelimited(LexerMode.PLAIN));
            case TYPOGRAPHIC_STRING -> values.typographicString(context.take());
            case NUMBER -> Numbers.read(context.take(), context);
            case WORD -> word(context.take());
            case SYMBOL -> symbol(first);
            case REGEXP, SELECTOR, END -> throw noKey(first);
        };
    }

    private Value word(Token word) {
        return ValueParser.isBareword(word.text()) ? new Bareword(word.text(), word.span()) : values.unquoted(word);
    }

    /** A field in brackets is what people most often forget to quote. */
    private Value symbol(Token first) {
        if (!first.is("[")) {
            throw noKey(first);
        }
        context.take();
        context.skipTo(context.depth(), token -> token.is("=>") || token.is("{"));
        return values.unquoted(new Token(
                Token.Kind.WORD, first.file(), first.start(), context.taken().end(), true));
    }

    private Abandoned noKey(Token found) {
        return context.abandon(found, "expected a key (a string, word or number) but found " + found.described());
    }

    /** As in Logstash, two keys are the same if they are written the same. */
    private void reportDuplicates(List<HashLiteral.Entry> entries) {
        Map<String, HashLiteral.Entry> firsts = new HashMap<>();
        for (HashLiteral.Entry entry : entries) {
            String key = entry.key().span().text();
            HashLiteral.Entry first = firsts.putIfAbsent(key, entry);
            if (first != null) {
                context.error(
                        entry.key().span(),
                        "hash key " + key + " occurs twice, first in line "
                                + first.span().start().line());
            }
        }
    }
}
