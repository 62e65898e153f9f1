package io.kstash.filters.xml;

import org.w3c.dom.Node;

/** Takes texts of white space only out of a document. */
final class BlankTexts {
    private BlankTexts() {}

    static void removeFrom(Node parent) {
        Node child = parent.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE && XmlStructure.isBlank(child.getNodeValue())) {
                parent.removeChild(child);
            } else {
                removeFrom(child);
            }
            child = next;
        }
    }
}
