package io.kstash.filters.xml;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * A node that stands for what the JDK's XPath cannot deal with as Nokogiri's: the boundary between a text and a CDATA
 * section beside it, which it would take for one text, and a reference to an entity, which it trips over. It is an
 * instruction, since no text counts those, and never an answer.
 */
final class Marker {
    private static final String TARGET = "kstash-marker";

    private Marker() {}

    static boolean is(Node node) {
        return node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                && node.getNodeName().equals(TARGET);
    }

    /** What is printed for the marker. */
    static String text(Node marker) {
        return marker.getNodeValue();
    }

    static Node reference(String entity, Document document) {
        return document.createProcessingInstruction(TARGET, "&" + entity + ";");
    }

    /** Appends the node, and a boundary before it where it needs one. */
    static void append(Node node, Node parent, Document document) {
        if (isText(node) && isText(parent.getLastChild())) {
            parent.appendChild(document.createProcessingInstruction(TARGET, ""));
        }
        parent.appendChild(node);
    }

    private static boolean isText(@Nullable Node node) {
        return node != null && (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE);
    }
}
