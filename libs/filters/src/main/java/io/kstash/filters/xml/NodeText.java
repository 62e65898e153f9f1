package io.kstash.filters.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentType;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Nodes as Nokogiri prints them on the JVM: an attribute is its value, all else is markup without further layout. */
final class NodeText {
    private final StringBuilder text = new StringBuilder();
    private final Deque<Map<String, String>> namespaces = new ArrayDeque<>();

    private NodeText() {
        namespaces.push(Map.of());
    }

    static String of(Node node) {
        if (node instanceof Attr attribute) {
            return attribute.getValue();
        }
        NodeText printed = new NodeText();
        printed.print(node);
        return printed.text.toString();
    }

    private void print(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> print((Element) node);
            case Node.TEXT_NODE -> text.append(escaped(node.getNodeValue()));
            case Node.CDATA_SECTION_NODE ->
                text.append("<![CDATA[").append(((CDATASection) node).getData()).append("]]>");
            case Node.COMMENT_NODE ->
                text.append("<!--").append(node.getNodeValue()).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE -> printInstruction(node);
            case Node.DOCUMENT_NODE -> print((Document) node);
            case Node.DOCUMENT_TYPE_NODE -> print((DocumentType) node);
            default -> text.append(node);
        }
    }

    private void printInstruction(Node node) {
        if (Marker.is(node)) {
            text.append(Marker.text(node));
        } else {
            text.append("<?")
                    .append(node.getNodeName())
                    .append(' ')
                    .append(node.getNodeValue())
                    .append("?>\n");
        }
    }

    private void print(Document document) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        printChildren(document);
    }

    private void print(DocumentType type) {
        if (type.getPreviousSibling() != null) {
            text.append('\n');
        }
        text.append("<!DOCTYPE ").append(type.getName()).append(' ');
        if (type.getPublicId() != null) {
            text.append("PUBLIC \"")
                    .append(type.getPublicId())
                    .append("\" \"")
                    .append(type.getSystemId())
                    .append('"');
        } else if (type.getSystemId() != null) {
            text.append("SYSTEM \"").append(type.getSystemId()).append('"');
        }
        text.append(">\n");
    }

    private void print(Element element) {
        namespaces.push(new HashMap<>(namespaces.element()));
        text.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            print((Attr) attributes.item(i));
        }
        if (element.hasChildNodes()) {
            text.append('>');
            printChildren(element);
            text.append("</").append(element.getTagName()).append('>');
        } else {
            text.append("/>");
        }
        namespaces.pop();
    }

    private void print(Attr attribute) {
        String name = attribute.getName();
        boolean declaresNamespace = name.equals("xmlns") || name.startsWith("xmlns:");
        boolean repeated = declaresNamespace
                && attribute.getValue().equals(namespaces.element().put(name, attribute.getValue()));
        if (!repeated) {
            text.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(escapedInQuotes(attribute.getValue()))
                    .append('"');
        }
    }

    private void printChildren(Node parent) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            print(children.item(i));
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    private static String escapedInQuotes(String value) {
        return escaped(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }
}
