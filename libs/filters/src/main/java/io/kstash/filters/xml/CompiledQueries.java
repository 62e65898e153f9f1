package io.kstash.filters.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;

/** Expressions, compiled for the namespaces of a document, which are mostly those of the document before. Not thread-safe. */
final class CompiledQueries {
    /** The prefix of what a document declares without one; Nokogiri writes it {@code xmlns:}, which XPath does not know. */
    static final String DEFAULT_NAMESPACE = "kstash-default";

    private final XPathFactory factory = XPathFactory.newInstance();
    private final List<@Nullable XPathExpression> compiled = new ArrayList<>();
    private Map<String, String> namespaces = Map.of();

    /** Names the namespaces by prefix that the expressions can use. */
    void use(Map<String, String> used) {
        if (!used.equals(namespaces)) {
            namespaces = Map.copyOf(used);
            compiled.clear();
        }
    }

    /** The expression, which always has the same number. */
    XPathExpression get(int number, String expression) throws XPathExpressionException {
        while (compiled.size() <= number) {
            compiled.add(null);
        }
        XPathExpression known = compiled.get(number);
        if (known != null) {
            return known;
        }
        XPath xpath = factory.newXPath();
        xpath.setNamespaceContext(new Prefixes(namespaces));
        XPathExpression made = xpath.compile(expression.replace("xmlns:", DEFAULT_NAMESPACE + ":"));
        compiled.set(number, made);
        return made;
    }

    /** The prefixes that Nokogiri always knows, and others. */
    private static final class Prefixes implements NamespaceContext {
        private final Map<String, String> uris = new HashMap<>(Map.of(
                "xml", "http://www.w3.org/XML/1998/namespace",
                "xhtml", "http://www.w3.org/1999/xhtml"));

        Prefixes(Map<String, String> further) {
            uris.putAll(further);
        }

        @Override
        @SuppressWarnings("NullAway") // null is how the interface's implementations in the JDK say that there is none
        public String getNamespaceURI(String prefix) {
            return uris.get(prefix);
        }

        @Override
        @SuppressWarnings("NullAway")
        public String getPrefix(String uri) {
            throw new UnsupportedOperationException("XPath does not ask for it");
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            throw new UnsupportedOperationException("XPath does not ask for it");
        }
    }
}
