package io.kstash.filters.xml;

import io.kstash.event.Event;
import io.kstash.event.RubyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Asks XPaths of a text and keeps the answers in an event. Thread-safe. */
final class XPaths {
    /** Xalan, which is behind Logstash, finds the texts of the whole document by their type, which CDATA sections lack. */
    private static final Pattern ALL_TEXTS =
            Pattern.compile("\\s*(?:/\\s*/|/\\s*descendant\\s*::)\\s*text\\(\\s*\\)\\s*");

    private final List<XPathQuery> queries;
    private final Map<String, String> namespaces;
    private final boolean removesNamespaces;
    private final boolean singleAsText;
    private final ThreadLocal<DocumentReader> readers;
    private final ThreadLocal<CompiledQueries> compiled = ThreadLocal.withInitial(CompiledQueries::new);

    /**
     * XPaths.
     *
     * @param namespaces by prefix; where there are none, those that the root declares
     * @param singleAsText whether a single answer is a text and no list
     */
    XPaths(
            List<XPathQuery> queries,
            ParseOptions options,
            Map<String, String> namespaces,
            boolean removesNamespaces,
            boolean singleAsText) {
        this.queries = List.copyOf(queries);
        this.namespaces = namespaces;
        this.removesNamespaces = removesNamespaces;
        this.singleAsText = singleAsText;
        this.readers = ThreadLocal.withInitial(() -> new DocumentReader(options));
    }

    /**
     * Sets a field for each XPath that has an answer.
     *
     * @return whether any has
     * @throws XmlException where the text is malformed and that is not allowed, or an XPath cannot be evaluated
     */
    boolean apply(String text, Event event) {
        Document document = document(text);
        compiled.get().use(namespaces.isEmpty() ? ofRoot(document) : namespaces);
        boolean answered = false;
        for (int i = 0; i < queries.size(); i++) {
            XPathQuery query = queries.get(i);
            List<@Nullable Object> answers = answers(i, query.expression(), document);
            if (!answers.isEmpty()) {
                boolean asText = singleAsText && answers.size() == 1;
                event.set(query.destination().resolve(event), asText ? answers.get(0) : answers);
                answered = true;
            }
        }
        return answered;
    }

    private Document document(String text) {
        try {
            Document document = readers.get().read(text);
            if (removesNamespaces) {
                NamespaceRemoval.from(document);
            }
            return document;
        } catch (DOMException impossibleName) {
            throw new XmlException(impossibleName);
        }
    }

    private static Map<String, String> ofRoot(Document document) {
        Map<String, String> declared = new HashMap<>();
        Element root = document.getDocumentElement();
        if (root != null) {
            NamedNodeMap attributes = root.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                String name = attribute.getNodeName();
                if (name.equals("xmlns")) {
                    declared.put(CompiledQueries.DEFAULT_NAMESPACE, attribute.getNodeValue());
                } else if (name.startsWith("xmlns:")) {
                    declared.put(attribute.getLocalName(), attribute.getNodeValue());
                }
            }
        }
        return declared;
    }

    private List<@Nullable Object> answers(int number, String expression, Document document) {
        try {
            XPathExpression xpath = compiled.get().get(number, expression);
            Object value = xpath.evaluateExpression(document).value();
            return texts(value, ALL_TEXTS.matcher(expression).matches());
        } catch (XPathExpressionException | NullPointerException failure) {
            // The JDK's XPath trips over some documents that were malformed.
            throw new XmlException(failure);
        }
    }

    private static List<@Nullable Object> texts(Object value, boolean withoutCdata) {
        List<@Nullable Object> texts = new ArrayList<>();
        if (value instanceof XPathNodes nodes) {
            for (Node node : nodes) {
                boolean leftOut = withoutCdata && node.getNodeType() == Node.CDATA_SECTION_NODE;
                if (!leftOut && !Marker.is(node)) {
                    texts.add(NodeText.of(node));
                }
            }
        } else if (!value.equals(false)) {
            texts.add(RubyText.toS(value));
        }
        return texts;
    }
}
