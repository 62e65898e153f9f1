package io.kstash.filters.xml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes that are declared. As in REXML 3.4, what an element declares is forgotten only where the element is empty
 * ({@code <a/>}).
 */
final class Namespaces {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private Map<String, String> current = new HashMap<>(Map.of("xml", XML));
    private Map<String, String> beforeElement = current;

    void startElement() {
        beforeElement = current;
    }

    void endEmptyElement() {
        current = beforeElement;
    }

    void declare(String prefix, String uri) {
        if (prefix.equals("xmlns") || (prefix.equals("xml") && !uri.equals(XML))) {
            throw new XmlException("the prefix " + prefix + " cannot be declared");
        }
        if (current == beforeElement) {
            current = new HashMap<>(current);
        }
        current.put(prefix, uri);
    }

    /** Null where the prefix is not declared. */
    @Nullable String uri(String prefix) {
        return current.get(prefix);
    }

    void check(@Nullable String prefix) {
        if (prefix != null && !current.containsKey(prefix)) {
            throw new XmlException("the prefix " + prefix + " is not declared");
        }
    }
}
