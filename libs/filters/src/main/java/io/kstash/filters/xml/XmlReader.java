package io.kstash.filters.xml;

import io.kstash.filters.xml.XmlElement.XmlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document as REXML 3.4 does, which is behind the structure that Logstash stores. No parser of the JDK does: REXML
 * leaves entities that are not declared as they are, needs no space between attributes, takes white space before the XML
 * declaration, and refuses what others take. It never reads anything but the text.
 */
final class XmlReader {
    /** What JSON is limited to, too. */
    private static final int DEEPEST = 1_000;

    private final XmlScanner scanner;
    private final Entities entities;
    private final Namespaces namespaces = new Namespaces();
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;
    private boolean declared;
    private boolean inProlog = true;

    private XmlReader(String text, Entities entities) {
        this.scanner = new XmlScanner(text);
        this.entities = entities;
    }

    /**
     * The root of the document.
     *
     * @param entities gets those that the document declares
     * @throws XmlException where the text is not XML
     */
    static XmlElement read(String text, Entities entities) {
        return new XmlReader(text, entities).read();
    }

    private XmlElement read() {
        scanner.take("\ufeff");
        while (!scanner.atEnd()) {
            if (scanner.take("<")) {
                readMarkup();
            } else {
                readText();
            }
        }
        if (root == null || !open.isEmpty()) {
            throw new XmlException(
                    root == null ? "there is no element" : "</" + open.peek().name() + "> is missing");
        }
        return root;
    }

    private void readText() {
        String text = scanner.takeUpTo('<');
        XmlElement parent = open.peek();
        if (parent != null) {
            parent.texts().add(new XmlText(References.checked(LineEnds.normalized(text)), false));
        } else if (!XmlStructure.isBlank(text)) {
            throw new XmlException("there is text outside of the root");
        }
    }

    private void readMarkup() {
        if (scanner.take("/")) {
            readEndTag();
        } else if (scanner.take("!")) {
            readDeclaration();
        } else if (scanner.take("?")) {
            readInstruction();
        } else {
            readStartTag();
        }
    }

    private void readEndTag() {
        QualifiedName name = scanner.takeQualifiedName();
        scanner.takeSpaces();
        if (open.isEmpty() || !open.pop().name().equals(name) || !scanner.take(">")) {
            throw new XmlException("</" + name + "> ends nothing that is open");
        }
    }

    private void readDeclaration() {
        if (scanner.take("--")) {
            readComment();
        } else if (!inProlog && scanner.take("[CDATA[")) {
            String text = scanner.takeThrough("]]>");
            if (!open.isEmpty()) {
                open.peek().texts().add(new XmlText(LineEnds.normalized(text), true));
            }
        } else if (inProlog && scanner.take("DOCTYPE")) {
            inProlog = false;
            new DoctypeReader(scanner, entities, this::readComment).read();
        } else {
            throw new XmlException("<! is followed by what is no comment and no CDATA section");
        }
    }

    private void readComment() {
        String comment = scanner.takeThrough("-->");
        if (comment.contains("--") || comment.endsWith("-")) {
            throw new XmlException("there is -- within a comment");
        }
    }

    private void readInstruction() {
        String target = scanner.takeDeclaredName();
        if (target.equals("xml")) {
            readXmlDeclaration();
        } else if (scanner.takeSpaces()) {
            scanner.takeThrough("?>");
        } else if (!scanner.take("?>")) {
            throw new XmlException("<?" + target + " has no end");
        }
    }

    private void readXmlDeclaration() {
        if (declared || !inProlog) {
            throw new XmlException("the XML declaration is not at the start");
        }
        declared = true;
        XmlDeclaration.read(scanner).ifPresent(scanner::decodeRest);
    }

    private void readStartTag() {
        QualifiedName name = scanner.takeQualifiedName();
        if (name == null) {
            throw new XmlException("< is not followed by a name");
        }
        scanner.takeSpaces();
        inProlog = false;
        namespaces.startElement();
        XmlElement element = new XmlElement(name, attributes(name));
        boolean empty = scanner.take("/>");
        if (!empty && !scanner.take(">")) {
            throw new XmlException("<" + name + " has no end");
        }
        add(element);
        if (empty) {
            namespaces.endEmptyElement();
        } else {
            open.push(element);
        }
    }

    private void add(XmlElement element) {
        if (open.size() >= DEEPEST) {
            throw new XmlException("there are more than " + DEEPEST + " elements within each other");
        }
        XmlElement parent = open.peek();
        if (parent != null) {
            parent.children().add(element);
        } else if (root == null) {
            root = element;
        } else {
            throw new XmlException("there is a second root");
        }
    }

    private Map<String, String> attributes(QualifiedName element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Set<String> prefixedNames = new HashSet<>();
        List<@Nullable String> prefixes = new ArrayList<>();
        prefixes.add(element.prefix());
        for (QualifiedName name = scanner.takeQualifiedName(); name != null; name = scanner.takeQualifiedName()) {
            String value = attributeValue(scanner);
            if ("xmlns".equals(name.prefix())) {
                namespaces.declare(name.local(), value);
            } else {
                checkConflict(name, prefixedNames);
                prefixes.add(name.prefix());
            }
            if (attributes.put(name.toString(), References.checked(value)) != null) {
                throw new XmlException("the attribute " + name + " occurs twice");
            }
            scanner.takeSpaces();
        }
        prefixes.forEach(namespaces::check);
        return attributes;
    }

    /** Two prefixes for the same namespace must not lead to the same name. */
    private void checkConflict(QualifiedName name, Set<String> prefixedNames) {
        String prefix = name.prefix();
        String expanded = "{" + (prefix == null ? null : namespaces.uri(prefix)) + "}" + name.local();
        if (prefixedNames.contains(expanded)) {
            throw new XmlException("the attribute " + name + " occurs twice, with other prefixes");
        }
        if (prefix != null) {
            prefixedNames.add(expanded);
        }
    }

    /** Takes {@code ="value"}. */
    static String attributeValue(XmlScanner scanner) {
        scanner.takeSpaces();
        if (!scanner.take("=")) {
            throw new XmlException("an attribute has no value");
        }
        scanner.takeSpaces();
        return scanner.takeQuoted();
    }
}
