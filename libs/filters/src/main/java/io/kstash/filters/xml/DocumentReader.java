package io.kstash.filters.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads documents with the JDK's parser, a descendant of the one behind Nokogiri on the JVM, and as that one goes on
 * after an error where it should recover. The parser's own DOM would lose what it read before an error that ends it, so
 * {@link DocumentHandler} builds it. Nothing but the text is ever read. Not thread-safe.
 */
final class DocumentReader {
    private static final String CONTINUE = "http://apache.org/xml/features/continue-after-fatal-error";
    private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";
    private static final String DECLARATION_HANDLER = "http://xml.org/sax/properties/declaration-handler";
    private static final String NAMESPACE_PREFIXES = "http://xml.org/sax/features/namespace-prefixes";
    private static final String EXTERNAL_ENTITIES = "http://xml.org/sax/features/external-general-entities";
    private static final String PARAMETER_ENTITIES = "http://xml.org/sax/features/external-parameter-entities";
    private static final String EXTERNAL_DTD = "http://apache.org/xml/features/nonvalidating/load-external-dtd";

    private final ParseOptions options;
    private final XMLReader reader;
    private final DocumentBuilder documents;

    DocumentReader(ParseOptions options) {
        this.options = options;
        try {
            this.documents = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            this.reader = reader(options);
        } catch (SAXException | ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK's XML parser lacks a feature", impossible);
        }
    }

    private static XMLReader reader(ParseOptions options) throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(EXTERNAL_ENTITIES, false);
        factory.setFeature(PARAMETER_ENTITIES, false);
        factory.setFeature(EXTERNAL_DTD, false);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setFeature(NAMESPACE_PREFIXES, true);
        reader.setFeature(CONTINUE, options.recovers());
        useEnglish(reader);
        return reader;
    }

    /** The handler goes by the messages, as Nokogiri does. */
    @SuppressWarnings("deprecation") // the parser's only way to another language
    private static void useEnglish(XMLReader reader) throws SAXException {
        if (reader instanceof org.xml.sax.Parser parser) {
            parser.setLocale(Locale.ROOT);
        }
    }

    /**
     * The document, or where the options allow it, what could be read of it.
     *
     * @throws XmlException where it is malformed, and the options do not allow that
     */
    Document read(String text) {
        DocumentHandler handler = new DocumentHandler(newDocument(), options);
        try {
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setProperty(LEXICAL_HANDLER, handler);
            reader.setProperty(DECLARATION_HANDLER, handler);
            reader.parse(new InputSource(new StringReader(readable(text))));
        } catch (SAXException | IOException | NullPointerException malformed) {
            // The JDK's parser trips over some errors when it has to go on after them.
            if (!options.recovers()) {
                throw new XmlException(malformed);
            }
        }
        if (!options.keepsBlanks()) {
            BlankTexts.removeFrom(handler.document());
        }
        return handler.document();
    }

    private String readable(String text) {
        String readable = text.startsWith("\ufeff") ? text.substring(1) : text;
        return options.recovers() ? MalformedText.mended(readable, "<?" + DocumentHandler.END + "?>") : readable;
    }

    private Document newDocument() {
        Document document = documents.newDocument();
        // A malformed document has prefixes without a namespace.
        document.setStrictErrorChecking(false);
        return document;
    }
}
