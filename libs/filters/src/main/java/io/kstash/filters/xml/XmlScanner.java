package io.kstash.filters.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A position in a text, and what can be taken from there. For one text. */
final class XmlScanner {
    private String text;
    private int position;

    XmlScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position == text.length();
    }

    boolean take(String expected) {
        boolean found = text.startsWith(expected, position);
        position += found ? expected.length() : 0;
        return found;
    }

    boolean takeSpaces() {
        int start = position;
        while (!atEnd() && isSpace(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    /** Takes the text before the end, and the end; fails where that is missing. */
    String takeThrough(String end) {
        int found = text.indexOf(end, position);
        if (found < 0) {
            throw new XmlException("`" + end + "` is missing");
        }
        String taken = text.substring(position, found);
        position = found + end.length();
        return taken;
    }

    /** Takes the text before the end, or all where there is none. The end stays. */
    String takeUpTo(char end) {
        int found = text.indexOf(end, position);
        String taken = found < 0 ? text.substring(position) : text.substring(position, found);
        position += taken.length();
        return taken;
    }

    /** Takes the name of an element or attribute; null where there is none. */
    @Nullable QualifiedName takeQualifiedName() {
        String first = takeLocalName();
        if (first == null) {
            return null;
        }
        int afterFirst = position;
        String second = take(":") ? takeLocalName() : null;
        if (second == null) {
            position = afterFirst;
            return new QualifiedName(null, first);
        }
        return new QualifiedName(first, second);
    }

    private @Nullable String takeLocalName() {
        int start = position;
        while (!atEnd() && isNamePart(text.codePointAt(position), position == start)) {
            position = text.offsetByCodePoints(position, 1);
        }
        return position == start ? null : text.substring(start, position);
    }

    private static boolean isNamePart(int character, boolean first) {
        return Character.isAlphabetic(character)
                || character == '_'
                || (!first && (Character.isDigit(character) || character == '-' || character == '.'));
    }

    /** Takes a name of ASCII letters, digits and {@code _ : - .}, as in a declaration; fails where there is none. */
    String takeDeclaredName() {
        int start = position;
        while (!atEnd() && isDeclaredNamePart(text.charAt(position), position == start)) {
            position++;
        }
        if (position == start) {
            throw new XmlException("a name is missing");
        }
        return text.substring(start, position);
    }

    private static boolean isDeclaredNamePart(char character, boolean first) {
        boolean letterOrDigit = character < 0x80 && Character.isLetterOrDigit(character);
        return letterOrDigit || "_:".indexOf(character) >= 0 || (!first && "-.".indexOf(character) >= 0);
    }

    /** Takes a text in single or double quotes; fails where there is none. */
    String takeQuoted() {
        if (take("\"")) {
            return takeThrough("\"");
        }
        if (take("'")) {
            return takeThrough("'");
        }
        throw new XmlException("a quote is missing");
    }

    /**
     * Reads the rest as if its UTF-8 were in another encoding: a declaration in the text is believed, even though the
     * text has long been decoded. So does REXML.
     */
    void decodeRest(Charset declared) {
        ByteBuffer rest = StandardCharsets.UTF_8.encode(text.substring(position));
        try {
            text = declared.newDecoder().decode(rest).toString();
            position = 0;
        } catch (CharacterCodingException otherEncoding) {
            throw new XmlException("the text is not in the encoding that it declares, " + declared);
        }
    }

    private static boolean isSpace(char character) {
        return " \t\n\u000b\f\r".indexOf(character) >= 0;
    }
}
