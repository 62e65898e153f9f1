package io.kstash.language.parser;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.syntax.Section;
import io.kstash.language.syntax.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a file: the sections, and what stands between them by mistake. */
final class SectionParser {
    private static final List<String> KEYWORDS =
            Arrays.stream(Section.Kind.values()).map(Section.Kind::keyword).toList();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ParseContext context;
    private final StatementParser statements;
    private boolean sectionRead;

    SectionParser(ParseContext context) {
        this.context = context;
        this.statements = new StatementParser(context);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        try {
            while (!context.peek().is(Token.Kind.END)) {
                readNext().ifPresent(sections::add);
            }
        } catch (NestedTooDeep reported) {
            return sections;
        }
        return sections;
    }

    private Optional<Section> readNext() {
        try {
            return sectionOrMistake(context.peek());
        } catch (Abandoned reported) {
            skipToSection();
            return Optional.empty();
        }
    }

    private Optional<Section> sectionOrMistake(Token first) {
        Optional<Section.Kind> kind = kindOf(first);
        if (kind.isPresent()) {
            return Optional.of(section(kind.get()));
        }
        String found = first.described();
        if (first.is("}")) {
            if (!context.bracesUnreliable()) {
                context.error(first, "this '}' closes nothing");
            }
        } else if (first.is(BYTE_ORDER_MARK)) {
            context.error(first, "the file begins with a byte order mark", "save it as UTF-8 without BOM");
            context.take();
            return Optional.empty();
        } else if (first.is("//") || first.is("/*")) {
            context.error(first, found + " does not start a comment", "comments begin with '#'");
        } else if (first.isWord("if") || first.isWord("else")) {
            context.error(first, found + " is outside of a section", "put it into input { }, filter { } or output { }");
        } else if (context.ahead().opensBlock(first)) {
            context.error(
                    first, "expected a section (input, filter or output) but found " + found, adviceOutside(first));
        } else {
            context.error(first, "expected a section (input, filter or output) but found " + found);
        }
        skipToSection();
        return Optional.empty();
    }

    private Optional<String> adviceOutside(Token plugin) {
        return Optional.of(
                sectionRead
                        ? "is there a '}' too many before it?"
                        : "plugins stand inside of a section, such as filter { " + plugin.text() + " { } }");
    }

    /** The section that begins here; a misspelt keyword is reported. */
    private Optional<Section.Kind> kindOf(Token first) {
        if (!first.is(Token.Kind.WORD)) {
            return Optional.empty();
        }
        Optional<Section.Kind> kind = Section.Kind.ofKeyword(first.text());
        if (kind.isPresent() || !context.ahead().opensBlock(first)) {
            return kind;
        }
        Optional<String> meant = Suggestions.nearest(first.text(), KEYWORDS);
        meant.ifPresent(keyword -> context.error(
                first,
                "expected a section (input, filter or output) but found " + first.described(),
                keyword.equals(first.text().toLowerCase(Locale.ROOT))
                        ? Suggestions.didYouMean(keyword) + " Sections are written in lower case"
                        : Suggestions.didYouMean(keyword)));
        return meant.flatMap(Section.Kind::ofKeyword);
    }

    private Section section(Section.Kind kind) {
        context.startSection();
        sectionRead = true;
        Token keyword = context.take();
        statements.openBody(keyword, "'" + kind.keyword() + "'");
        List<Statement> body = statements.untilBrace();
        context.close();
        return new Section(kind, body, context.spanFrom(keyword));
    }

    private void skipToSection() {
        if (!context.ahead().isSectionStart(context.peek())) {
            context.take();
        }
        context.startSection();
        do {
            context.skipTo(0, context.ahead()::isSectionStart);
        } while (context.peek().is("}") && context.take().is("}"));
    }
}
