package io.kstash.filters.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element as it is written: entities are not expanded yet. */
final class XmlElement {
    private final QualifiedName name;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final List<XmlText> texts = new ArrayList<>();

    XmlElement(QualifiedName name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    QualifiedName name() {
        return name;
    }

    /** By name with prefix, in the order of the text. */
    Map<String, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    List<XmlText> texts() {
        return texts;
    }

    /** A piece of text; one in a CDATA section has no entities. */
    record XmlText(String written, boolean literal) {}
}
