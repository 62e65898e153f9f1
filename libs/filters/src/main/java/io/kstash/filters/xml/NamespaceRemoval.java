package io.kstash.filters.xml;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Takes the namespaces out of a document, as Nokogiri does on the JVM. */
final class NamespaceRemoval {
    private final Document document;

    private NamespaceRemoval(Document document) {
        this.document = document;
    }

    static void from(Document document) {
        new NamespaceRemoval(document).removeFrom(document);
    }

    private void removeFrom(Node node) {
        if (node instanceof Element element) {
            document.renameNode(element, null, element.getLocalName());
            removeFromAttributes(element);
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            removeFrom(children.item(i));
        }
    }

    private void removeFromAttributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getNodeName().startsWith("xmlns")) {
                element.removeAttributeNode(attribute);
            }
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            document.renameNode(attributes.item(i), null, attributes.item(i).getLocalName());
        }
    }
}
