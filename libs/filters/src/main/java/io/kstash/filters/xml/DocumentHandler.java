package io.kstash.filters.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Builds a document of what the parser reports, and decides after which errors it goes on. For one document. */
final class DocumentHandler extends DefaultHandler2 {
    /** The target of an instruction that is no part of the document. */
    static final String END = "kstash-end";

    private static final int DEEPEST = 1_000;
    /** A parser that reports so many does not get on. */
    private static final int MOST_ERRORS = 10_000;
    /** What Nokogiri looks for in messages to know where the parser would repeat itself; it finds delimiters, too. */
    private static final List<String> ENDING_ERRORS = List.of(
            "in prolog",
            "limit",
            "preceding the root element must be well-formed",
            "following the root element must be well-formed");

    private final Document document;
    private final ParseOptions options;
    private final EntityContent entityContent;
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Text text;
    private boolean inDoctype;
    private boolean inCdata;
    private int errors;

    DocumentHandler(Document document, ParseOptions options) {
        this.document = document;
        this.options = options;
        this.entityContent = new EntityContent(options.keepsReferences());
        this.open.push(document);
    }

    Document document() {
        return document;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (open.size() > DEEPEST) {
            throw new SAXException("There are more than " + DEEPEST + " elements within each other");
        }
        if (entityContent.includesMarkup()) {
            return;
        }
        Element element = document.createElementNS(uri.isEmpty() ? null : uri, qName);
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            element.setAttributeNS(namespace(name, attributes.getURI(i)), name, attributes.getValue(i));
        }
        append(element);
        open.push(element);
    }

    private static @Nullable String namespace(String attribute, String uri) {
        if (attribute.equals("xmlns") || attribute.startsWith("xmlns:")) {
            return XMLConstants.XMLNS_ATTRIBUTE_NS_URI;
        }
        return uri.isEmpty() ? null : uri;
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (!entityContent.includesMarkup()) {
            text = null;
            open.pop();
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        String data = entityContent.without(new String(characters, start, length));
        if (data.isEmpty() || open.size() == 1) {
            return;
        }
        if (text != null) {
            text.appendData(data);
        } else {
            Text created = inCdata ? document.createCDATASection(data) : document.createTextNode(data);
            append(created);
            text = created;
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void startCDATA() {
        inCdata = true;
        text = null;
    }

    @Override
    public void endCDATA() {
        inCdata = false;
        text = null;
    }

    @Override
    public void comment(char[] characters, int start, int length) {
        appendMarkup(document.createComment(new String(characters, start, length)));
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (!target.equals(END)) {
            appendMarkup(document.createProcessingInstruction(target, data));
        }
    }

    private void appendMarkup(Node node) {
        if (!inDoctype && !entityContent.includesMarkup()) {
            append(node);
        }
    }

    @Override
    public void startDTD(@Nullable String name, @Nullable String publicId, @Nullable String systemId) {
        inDoctype = true;
        if (name != null) {
            document.appendChild(document.getImplementation().createDocumentType(name, publicId, systemId));
        }
    }

    @Override
    public void endDTD() {
        inDoctype = false;
    }

    @Override
    public void internalEntityDecl(String name, String value) {
        entityContent.declare(name, value);
    }

    @Override
    public void startEntity(String name) {
        if (!inDoctype && entityContent.start(name)) {
            append(Marker.reference(name, document));
        }
    }

    @Override
    public void endEntity(String name) {
        if (!inDoctype) {
            entityContent.end(name);
        }
    }

    @Override
    public void skippedEntity(String name) {
        appendMarkup(Marker.reference(name, document));
    }

    private void append(Node node) {
        text = null;
        Marker.append(node, open.element(), document);
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
        fatalError(error);
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
        errors++;
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        if (!options.recovers()
                || errors > MOST_ERRORS
                || ENDING_ERRORS.stream().anyMatch(message::contains)) {
            throw error;
        }
    }
}
