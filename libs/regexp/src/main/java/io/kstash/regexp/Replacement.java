package io.kstash.regexp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What takes the place of a match, in Ruby's syntax: {@code \1} to {@code \9} and {@code \k<name>} are groups,
 * {@code \0} and {@code \&} the match, {@code \`} what comes before and {@code \'} what comes after it, and two
 * backslashes are one. A group that took no part is empty, and as in JRuby so is {@code \1} where groups have names; any
 * other backslash stays. Immutable.
 */
public final class Replacement {
    private final List<Part> parts;

    private Replacement(List<Part> parts) {
        this.parts = parts;
    }

    public static Replacement of(String text) {
        return new Replacement(List.copyOf(new Scanner(text).parts()));
    }

    void appendTo(ByteArrayOutputStream out, Match match) {
        parts.forEach(part -> part.appendTo(out, match));
    }

    private sealed interface Part {
        void appendTo(ByteArrayOutputStream out, Match match);
    }

    private record Literal(String text) implements Part {
        @Override
        public void appendTo(ByteArrayOutputStream out, Match match) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Group(int number) implements Part {
        @Override
        public void appendTo(ByteArrayOutputStream out, Match match) {
            if (number > 0 && match.hasNames()) {
                return;
            }
            appendGroup(number, out, match);
        }

        static void appendGroup(int number, ByteArrayOutputStream out, Match match) {
            if (match.begin(number) >= 0) {
                out.write(match.subject().utf8(), match.begin(number), match.end(number) - match.begin(number));
            }
        }
    }

    private record NamedGroup(String name) implements Part {
        @Override
        public void appendTo(ByteArrayOutputStream out, Match match) {
            Group.appendGroup(match.groupNamed(name), out, match);
        }
    }

    private record BeforeMatch() implements Part {
        @Override
        public void appendTo(ByteArrayOutputStream out, Match match) {
            out.write(match.subject().utf8(), 0, match.begin());
        }
    }

    private record AfterMatch() implements Part {
        @Override
        public void appendTo(ByteArrayOutputStream out, Match match) {
            out.write(match.subject().utf8(), match.end(), match.subject().utf8().length - match.end());
        }
    }

    /** Splits the text at what a backslash begins. */
    private static final class Scanner {
        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private int position;

        Scanner(String text) {
            this.text = text;
        }

        List<Part> parts() {
            int literalStart = 0;
            for (position = text.indexOf('\\'); position >= 0; position = text.indexOf('\\', position)) {
                int start = position;
                Part part = partAtBackslash();
                parts.add(new Literal(text.substring(literalStart, start)));
                parts.add(part);
                literalStart = position;
            }
            parts.add(new Literal(text.substring(literalStart)));
            return parts;
        }

        /** Moves the position behind the part. */
        private Part partAtBackslash() {
            if (position + 1 == text.length()) {
                position++;
                return new Literal("\\");
            }
            char kind = text.charAt(position + 1);
            int nameEnd = text.indexOf('>', position);
            if (kind == 'k' && text.startsWith("<", position + 2) && nameEnd >= 0) {
                String name = text.substring(position + 3, nameEnd);
                position = nameEnd + 1;
                return group(name);
            }
            position += 2;
            return switch (kind) {
                case '&' -> new Group(0);
                case '`' -> new BeforeMatch();
                case '\'' -> new AfterMatch();
                case '\\' -> new Literal("\\");
                default -> kind >= '0' && kind <= '9' ? new Group(kind - '0') : new Literal("\\" + kind);
            };
        }

        private static Part group(String name) {
            boolean number =
                    !name.isEmpty() && name.length() < 4 && name.chars().allMatch(Character::isDigit);
            return number ? new Group(Integer.parseInt(name)) : new NamedGroup(name);
        }
    }
}
